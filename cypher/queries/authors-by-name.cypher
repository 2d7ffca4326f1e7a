// People with a name, in any case, or an id.
// parameters: $name, in lower case; $id, as it was given
// rows: id, name
MATCH (a:Author {nameKey: $name})
RETURN a.id AS id, a.name AS name ORDER BY id
UNION
MATCH (a:Author {id: $id})
RETURN a.id AS id, a.name AS name ORDER BY id
