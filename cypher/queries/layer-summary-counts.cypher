// How many of each thing a view of the store holds.
// parameters: $others, the layers left out; $rejected, relations; $rejectedClaims; $rejectedStances
// rows: name, total
MATCH (n:Source) RETURN 'sources' AS name, count(n) AS total
UNION ALL MATCH (n:Comment) WHERE n.status <> 'stub' RETURN 'comments' AS name, count(n) AS total
UNION ALL MATCH (n:Author) RETURN 'authors' AS name, count(n) AS total
UNION ALL MATCH (n:Quote) RETURN 'quotes' AS name, count(n) AS total
UNION ALL MATCH (l:Locution) WHERE (l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others)) RETURN 'locutions' AS name, count(l) AS total
UNION ALL MATCH (l:Locution)-[:STATES]->(c:Claim) WHERE (l.extractors IS NULL OR any(one IN l.extractors WHERE NOT one IN $others)) AND NOT c.id IN $rejectedClaims
RETURN 'claims' AS name, count(DISTINCT c) AS total
UNION ALL MATCH (n:Concept) WHERE n.prefLabel IS NOT NULL RETURN 'concepts' AS name, count(n) AS total
UNION ALL MATCH (:Claim)-[r:DISAGREES_WITH]->(:Claim) WHERE NOT r.extractor IN $others AND NOT r.id IN $rejected RETURN 'disagrees-with' AS name, count(r) AS total
UNION ALL MATCH (:Claim)-[r:REFINES]->(:Claim) WHERE NOT r.extractor IN $others AND NOT r.id IN $rejected RETURN 'refines' AS name, count(r) AS total
UNION ALL MATCH (:Claim)-[r:RESPONDS_TO]->(:Claim) WHERE NOT r.extractor IN $others AND NOT r.id IN $rejected RETURN 'responds-to' AS name, count(r) AS total
UNION ALL MATCH (:Claim)-[r:SUPPORTS]->(:Claim) WHERE NOT r.extractor IN $others AND NOT r.id IN $rejected RETURN 'supports' AS name, count(r) AS total
UNION ALL MATCH (:Author)-[h:HOLDS]->(t) WHERE h.stance = 'for' AND (h.extractor IS NULL OR NOT h.extractor IN $others) AND NOT t.id IN $rejectedClaims AND NOT h.id IN $rejectedStances
RETURN 'for' AS name, count(h) AS total
UNION ALL MATCH (:Author)-[h:HOLDS]->(t) WHERE h.stance = 'against' AND (h.extractor IS NULL OR NOT h.extractor IN $others) AND NOT t.id IN $rejectedClaims AND NOT h.id IN $rejectedStances
RETURN 'against' AS name, count(h) AS total
UNION ALL MATCH (:Author)-[h:HOLDS]->(t) WHERE h.stance = 'neutral' AND (h.extractor IS NULL OR NOT h.extractor IN $others) AND NOT t.id IN $rejectedClaims AND NOT h.id IN $rejectedStances
RETURN 'neutral' AS name, count(h) AS total
