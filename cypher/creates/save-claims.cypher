// Creates the claims that are not stored.
// parameters: $ids, those to look for; $claims, a list of their properties
// rows: id, saved, stored ones and then how many rows were saved
UNWIND $ids AS id
MATCH (n:Claim {id: id})
RETURN n.id AS id;
UNWIND $claims AS row
CREATE (n:Claim {id: row.id, text: row.text, key: row.key, searchText: row.searchText})
RETURN count(*) AS saved;
