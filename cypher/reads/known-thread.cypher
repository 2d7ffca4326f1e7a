// The newest live comments of a thread that came before a moment: by time, and without or at the same time by import.
// parameters: $threadId, $createdAt, $seq, $limit
// rows: comment
MATCH (t:Thread {id: $threadId})<-[:IN_THREAD]-(c:Comment)
WHERE c.status = 'live'
  AND (c.createdAt < $createdAt OR (($createdAt IS NULL OR c.createdAt IS NULL OR c.createdAt = $createdAt) AND c.seq < $seq))
RETURN properties(c) AS comment ORDER BY coalesce(c.createdAt, '') DESC, c.seq DESC LIMIT $limit
