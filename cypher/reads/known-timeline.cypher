// One person's comments with what orders them.
// parameters: $authorId
// rows: id, createdAt, source, place
MATCH (a:Author {id: $authorId})-[:WROTE]->(c:Comment)
RETURN c.id AS id, c.createdAt AS createdAt, c.orderSource AS source, c.orderIndex AS place ORDER BY id
