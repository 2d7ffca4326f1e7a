// How many comments there are and the next place in the order of import.
// parameters: none
// rows: comments, nextSeq
MATCH (c:Comment)
RETURN count(c) AS comments, coalesce(max(c.seq), -1) + 1 AS nextSeq
