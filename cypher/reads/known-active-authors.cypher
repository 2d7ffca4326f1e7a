// Which of these people wrote a comment, said a locution or hold a stance.
// parameters: $ids
// rows: id
UNWIND $ids AS id
MATCH (a:Author {id: id})
WHERE COUNT { (a)-[:WROTE]->(:Comment) } + COUNT { (a)-[:SAID]->(:Locution) } + COUNT { (a)-[:HOLDS]->() } > 0
RETURN a.id AS id ORDER BY id
