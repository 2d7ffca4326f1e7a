// The layers of the store: what each extractor found. The one with the greatest rank was used last; `glossary` is its terms as JSON, or null.
// parameters: none
// rows: id, rank, glossary
MATCH (n:Layer)
RETURN n.id AS id, n.rank AS rank, n.glossary AS glossary ORDER BY id
