// The comments that can be read at an address.
// parameters: $url
// rows: id
MATCH (m:Comment {url: $url})
RETURN m.id AS id
ORDER BY id
