// Marks comments as extracted, with the fingerprints of the layers that read them and the language.
// parameters: $rows, a list of {commentId, fingerprints, language}
// rows: missing, saved, one that is not stored and how many rows found their comment; the first is asked where some did not
UNWIND $rows AS row
WITH row WHERE row.commentId IS NOT NULL AND NOT EXISTS { MATCH (n:Comment {id: row.commentId}) }
RETURN DISTINCT 'comment ' + row.commentId AS missing ORDER BY missing LIMIT 5;
UNWIND $rows AS row
MATCH (c:Comment {id: row.commentId}) SET c.fingerprints = row.fingerprints, c.language = row.language
RETURN count(*) AS saved;
