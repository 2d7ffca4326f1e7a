// The layers of the store: what each extractor found. The one with the greatest rank was used last.
// parameters: none
// rows: id, rank, glossary (terms as JSON, or null)
MATCH (n:Layer)
RETURN n.id AS id, n.rank AS rank, n.glossary AS glossary ORDER BY id
