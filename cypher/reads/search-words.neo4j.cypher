// The nodes of a full-text index that hold some words, best first. The embedded engine searches through its API.
// parameters: $index, $words, $limit
// rows: id, score
CALL db.index.fulltext.queryNodes($index, $words, {limit: $limit}) YIELD node, score
RETURN node.id AS id, score AS score ORDER BY score DESC, id
