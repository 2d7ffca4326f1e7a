// How many nodes of a full-text index hold some words, counted up to a limit.
// parameters: $index, $words, $limit
// rows: total
CALL db.index.fulltext.queryNodes($index, $words, {limit: $limit}) YIELD node
RETURN count(node) AS total
