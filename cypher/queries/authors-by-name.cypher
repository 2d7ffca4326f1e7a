// People with a name, in any case, or an id.
// parameters: $name, in lower case; $id, as it was given
// rows: id, name
MATCH (a:Author)
WHERE a.id = $id OR toLower(a.name) = $name
RETURN a.id AS id, a.name AS name
ORDER BY id
