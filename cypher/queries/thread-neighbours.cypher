// The comments before and after one in its thread: by time, else by the order of their source.
// parameters: $threadId; $id, of the comment; $createdAt, null where it has none; $source; $index
// rows: side (before or after), id
MATCH (t:Thread {id: $threadId})<-[:IN_THREAD]-(m:Comment)
WHERE m.id <> $id AND m.status <> 'stub'
  AND (m.createdAt < $createdAt OR (m.createdAt = $createdAt AND m.id < $id)
    OR ($createdAt IS NULL AND m.createdAt IS NULL AND m.orderSource = $source AND m.orderIndex < $index))
RETURN 'before' AS side, m.id AS id, m.createdAt AS createdAt, m.orderIndex AS position
ORDER BY createdAt DESC, position DESC, id DESC
LIMIT 1
UNION ALL
MATCH (t:Thread {id: $threadId})<-[:IN_THREAD]-(m:Comment)
WHERE m.id <> $id AND m.status <> 'stub'
  AND (m.createdAt > $createdAt OR (m.createdAt = $createdAt AND m.id > $id)
    OR ($createdAt IS NULL AND m.createdAt IS NULL AND m.orderSource = $source AND m.orderIndex > $index))
RETURN 'after' AS side, m.id AS id, m.createdAt AS createdAt, m.orderIndex AS position
ORDER BY createdAt, position, id
LIMIT 1
