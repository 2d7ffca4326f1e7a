// Comments that a source brought first, or brought a text of. A comment may come more than once.
// parameters: $id; $also, how the further origins of the source begin
// rows: id
MATCH (c:Comment) WHERE c.orderSource = $id
RETURN c.id AS id
UNION ALL
MATCH (c:Comment)-[:HAS_VERSION]->(v:Version) WHERE v.originSourceId = $id
RETURN c.id AS id
UNION ALL
MATCH (c:Comment)-[:HAS_VERSION]->(v:Version) WHERE any(one IN v.alsoIn WHERE one STARTS WITH $also)
RETURN c.id AS id
