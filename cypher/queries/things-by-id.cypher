// What has a whole id: one row, and two where a locution has moved to another claim than the one it began.
// Concepts are asked for by a list: beside a single id the embedded engine tests the condition on all concepts first.
// parameters: $id
// rows: kind, id, text (to tell it by)
MATCH (n:Claim {id: $id})
RETURN 'claim' AS kind, n.id AS id, n.text AS text ORDER BY id
UNION ALL
MATCH (n:Locution {id: $id})-[:STATES]->(c:Claim) WHERE n.id <> c.id
RETURN 'locution' AS kind, n.id AS id, n.text AS text ORDER BY id
UNION ALL
UNWIND [$id] AS asked
MATCH (n:Concept {id: asked}) WHERE n.prefLabel IS NOT NULL
RETURN 'concept' AS kind, n.id AS id, n.prefLabel AS text ORDER BY id
UNION ALL
MATCH (n:Comment {id: $id})
RETURN 'comment' AS kind, n.id AS id, n.text AS text ORDER BY id
UNION ALL
MATCH (n:Quote {id: $id})
RETURN 'quote' AS kind, n.id AS id, n.text AS text ORDER BY id
UNION ALL
MATCH (n:Author {id: $id})
RETURN 'author' AS kind, n.id AS id, n.name AS text ORDER BY id
