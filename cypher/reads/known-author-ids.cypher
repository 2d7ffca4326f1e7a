// The ids of all people.
// parameters: none
// rows: id
MATCH (a:Author)
RETURN a.id AS id ORDER BY id
