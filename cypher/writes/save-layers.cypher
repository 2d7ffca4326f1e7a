// Saves the layers of the store: what each extractor found. The one with the greatest rank was used last.
// parameters: $rows, a list of {id, rank, glossary: null or terms as JSON}
// rows: none
UNWIND $rows AS row
MERGE (n:Layer {id: row.id}) SET n.rank = row.rank, n.glossary = row.glossary;
