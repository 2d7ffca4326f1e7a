// A page of comments with their parents.
// parameters: $after, $limit
// rows: id, parentId
MATCH (c:Comment)
WHERE c.id > $after
RETURN c.id AS id, c.parentId AS parentId ORDER BY id LIMIT $limit
