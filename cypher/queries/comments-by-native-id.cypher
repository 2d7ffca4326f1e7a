// Comments by the id that their site gives them, whatever the site.
// parameters: $ending, a colon and the native id
// rows: id
MATCH (m:Comment)
WHERE m.id ENDS WITH $ending
RETURN m.id AS id
ORDER BY id
LIMIT 10
