// Comments and people by the id that their site gives them, whatever the site.
// parameters: $ending, a colon and the native id; $limit, of each kind
// rows: kind, id, text (to tell it by)
MATCH (n:Comment) WHERE n.id ENDS WITH $ending
RETURN 'comment' AS kind, n.id AS id, n.text AS text ORDER BY id LIMIT $limit
UNION ALL
MATCH (n:Author) WHERE n.id ENDS WITH $ending
RETURN 'author' AS kind, n.id AS id, n.name AS text ORDER BY id LIMIT $limit
