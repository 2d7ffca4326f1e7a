// The newest live comments of a thread among those imported before a place in the order.
// parameters: $threadId, $beforeSeq, $limit
// rows: comment
MATCH (t:Thread {id: $threadId})<-[:IN_THREAD]-(c:Comment)
WHERE c.seq < $beforeSeq AND c.status = 'live'
RETURN properties(c) AS comment ORDER BY c.seq DESC LIMIT $limit
