// Saves comments with their author, thread and parent. A null takes the relationship away.
// parameters: $rows, a list of {id, authorId, threadId, parentId, properties}
// rows: missing, an end that is not stored; any such row fails the change
UNWIND $rows AS row
WITH row WHERE row.authorId IS NOT NULL AND NOT EXISTS { MATCH (n:Author {id: row.authorId}) }
RETURN DISTINCT 'author ' + row.authorId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
WITH row WHERE row.threadId IS NOT NULL AND NOT EXISTS { MATCH (n:Thread {id: row.threadId}) }
RETURN DISTINCT 'thread ' + row.threadId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
MERGE (n:Comment {id: row.id}) SET n += row.properties;
UNWIND $rows AS row
WITH row WHERE row.parentId IS NOT NULL AND NOT EXISTS { MATCH (n:Comment {id: row.parentId}) }
RETURN DISTINCT 'comment ' + row.parentId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
MATCH (c:Comment {id: row.id})<-[w:WROTE]-(a:Author)
WHERE row.authorId IS NULL OR a.id <> row.authorId
DELETE w;
// From the comment's side: a person who wrote much makes MERGE from theirs slow.
UNWIND $rows AS row
MATCH (c:Comment {id: row.id})
WHERE row.authorId IS NOT NULL AND NOT EXISTS { MATCH (c)<-[:WROTE]-(:Author) }
MATCH (a:Author {id: row.authorId})
CREATE (a)-[:WROTE]->(c);
UNWIND $rows AS row
MATCH (c:Comment {id: row.id})-[i:IN_THREAD]->(t:Thread)
WHERE row.threadId IS NULL OR t.id <> row.threadId
DELETE i;
UNWIND $rows AS row
MATCH (c:Comment {id: row.id}) MATCH (t:Thread {id: row.threadId})
MERGE (c)-[:IN_THREAD]->(t);
UNWIND $rows AS row
MATCH (c:Comment {id: row.id})-[r:REPLIES_TO]->(p:Comment)
WHERE row.parentId IS NULL OR p.id <> row.parentId
DELETE r;
UNWIND $rows AS row
MATCH (c:Comment {id: row.id}) MATCH (p:Comment {id: row.parentId})
MERGE (c)-[:REPLIES_TO]->(p);
