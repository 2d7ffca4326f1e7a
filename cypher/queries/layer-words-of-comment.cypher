// The locutions of a view of a comment, with what orders them.
// parameters: $id, of a comment; $others, the layers left out; $rejectedClaims
// rows: id, claimId, commentId, version, startsAt, endsAt, text, leadInStart, leadInEnd, reportedStart, reportedEnd,
//   quoteId, speaker, createdAt, orderSource, orderIndex, seq, authorId, url
MATCH (m:Comment {id: $id})-[:HAS]->(l:Locution)-[:STATES]->(c:Claim)
WHERE (l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others)) AND NOT c.id IN $rejectedClaims
RETURN l.id AS id, c.id AS claimId, m.id AS commentId, l.version AS version, l.start AS startsAt, l.end AS endsAt, l.text AS text,
  l.leadInStart AS leadInStart, l.leadInEnd AS leadInEnd,
  l.reportedStart AS reportedStart, l.reportedEnd AS reportedEnd, l.quoteId AS quoteId, l.speaker AS speaker,
  l.createdAt AS createdAt, m.orderSource AS orderSource, m.orderIndex AS orderIndex, m.seq AS seq,
  m.authorId AS authorId, m.url AS url
ORDER BY id
