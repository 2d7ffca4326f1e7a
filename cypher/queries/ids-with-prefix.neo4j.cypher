// What has an id that starts with some letters; of each kind the first few.
// Each kind of relation is asked for by itself, since an index of Neo4j knows the relationships of one type.
// parameters: $prefix; $limit, of each kind
// rows: kind, id, text (to tell it by)
MATCH (n:Claim) WHERE n.id STARTS WITH $prefix
RETURN 'claim' AS kind, n.id AS id, n.text AS text ORDER BY id LIMIT $limit
UNION ALL
MATCH (n:Locution)-[:STATES]->(c:Claim) WHERE n.id STARTS WITH $prefix AND n.id <> c.id
RETURN 'locution' AS kind, n.id AS id, n.text AS text ORDER BY id LIMIT $limit
UNION ALL
MATCH (n:Concept) WHERE n.id STARTS WITH $prefix AND n.prefLabel IS NOT NULL
RETURN 'concept' AS kind, n.id AS id, n.prefLabel AS text ORDER BY id LIMIT $limit
UNION ALL
MATCH (n:Comment) WHERE n.id STARTS WITH $prefix
RETURN 'comment' AS kind, n.id AS id, n.text AS text ORDER BY id LIMIT $limit
UNION ALL
MATCH (n:Quote) WHERE n.id STARTS WITH $prefix
RETURN 'quote' AS kind, n.id AS id, n.text AS text ORDER BY id LIMIT $limit
UNION ALL
MATCH (n:Author) WHERE n.id STARTS WITH $prefix
RETURN 'author' AS kind, n.id AS id, n.name AS text ORDER BY id LIMIT $limit
UNION ALL
CALL {
  MATCH (n)-[r:DISAGREES_WITH]->() WHERE r.id STARTS WITH $prefix
  RETURN r.id AS id, n.text AS text
  UNION ALL
  MATCH (n)-[r:REFINES]->() WHERE r.id STARTS WITH $prefix
  RETURN r.id AS id, n.text AS text
  UNION ALL
  MATCH (n)-[r:RESPONDS_TO]->() WHERE r.id STARTS WITH $prefix
  RETURN r.id AS id, n.text AS text
  UNION ALL
  MATCH (n)-[r:SUPPORTS]->() WHERE r.id STARTS WITH $prefix
  RETURN r.id AS id, n.text AS text
}
RETURN 'relation' AS kind, id AS id, text AS text ORDER BY id LIMIT $limit
