// Comments that a source brought first, or brought a text of. A comment may come twice.
// parameters: $id
// rows: id
MATCH (c:Comment) WHERE c.orderSource = $id
RETURN c.id AS id
UNION ALL
MATCH (c:Comment)-[:HAS_VERSION]->(v:Version) WHERE v.originSourceId = $id
RETURN c.id AS id
