// Saves the terms of comments, each as `start-end key`, and which layers found each where there are several.
// parameters: $rows, a list of {commentId, terms, layers}
// rows: missing, saved, one that is not stored and how many rows found their comment; the first is asked where some did not
UNWIND $rows AS row
WITH row WHERE row.commentId IS NOT NULL AND NOT EXISTS { MATCH (n:Comment {id: row.commentId}) }
RETURN DISTINCT 'comment ' + row.commentId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId}) SET c.terms = row.terms, c.termLayers = row.layers
RETURN count(*) AS saved;
