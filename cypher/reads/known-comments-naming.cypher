// Comments that quote a person or hold a reaction of theirs. A comment may come twice.
// parameters: $id; $name; $reaction, how the stored form of their reactions begins
// rows: id
MATCH (c:Comment)-[:HAS_QUOTE]->(q:Quote) WHERE q.speaker = $id OR q.speakerName = $name
RETURN c.id AS id
UNION ALL
MATCH (c:Comment) WHERE any(one IN c.reactions WHERE one STARTS WITH $reaction)
RETURN c.id AS id
