// Several layers may read a comment: each leaves a fingerprint. Before, there was one.
MATCH (c:Comment) WHERE c.fingerprint IS NOT NULL
WITH DISTINCT split(c.fingerprint, '@')[0] AS layer
MERGE (n:Layer {id: layer}) SET n.rank = 1;
MATCH (c:Comment) WHERE c.fingerprint IS NOT NULL
SET c.fingerprints = [c.fingerprint];
MATCH (c:Comment) WHERE c.fingerprint IS NOT NULL
SET c.fingerprint = null;
