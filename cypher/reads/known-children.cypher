// Comments that answer or quote one of these.
// parameters: $ids
// rows: id
UNWIND $ids AS id
MATCH (p:Comment {id: id})<-[:REPLIES_TO|QUOTES]-(c:Comment)
RETURN DISTINCT c.id AS id ORDER BY id
