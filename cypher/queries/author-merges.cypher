// Who is another person by people's word: corrections of authors whose other person is stored.
// parameters: none
// rows: id, intoId
MATCH (n:Correction {targetKind: 'author'})
WHERE n.action = 'change' AND EXISTS { MATCH (a:Author {id: n.value}) }
RETURN n.targetId AS id, n.value AS intoId
ORDER BY id, intoId
