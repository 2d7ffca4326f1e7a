// The comments of some entries of people with what orders them.
// parameters: $ids, of authors
// rows: id, createdAt, source, place
UNWIND $ids AS authorId
MATCH (a:Author {id: authorId})-[:WROTE]->(c:Comment)
RETURN c.id AS id, c.createdAt AS createdAt, c.orderSource AS source, c.orderIndex AS place ORDER BY id
