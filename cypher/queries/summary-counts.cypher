// How many of each thing the store holds.
// parameters: none
// rows: name, total
MATCH (n:Source) RETURN 'sources' AS name, count(n) AS total
UNION ALL MATCH (n:Comment) WHERE n.status <> 'stub' RETURN 'comments' AS name, count(n) AS total
UNION ALL MATCH (n:Author) RETURN 'authors' AS name, count(n) AS total
UNION ALL MATCH (n:Quote) RETURN 'quotes' AS name, count(n) AS total
UNION ALL MATCH (n:Locution) RETURN 'locutions' AS name, count(n) AS total
UNION ALL MATCH (n:Claim) RETURN 'claims' AS name, count(n) AS total
UNION ALL MATCH (n:Concept) WHERE n.prefLabel IS NOT NULL RETURN 'concepts' AS name, count(n) AS total
UNION ALL MATCH (:Claim)-[r:DISAGREES_WITH]->(:Claim) RETURN 'disagrees-with' AS name, count(r) AS total
UNION ALL MATCH (:Claim)-[r:REFINES]->(:Claim) RETURN 'refines' AS name, count(r) AS total
UNION ALL MATCH (:Claim)-[r:RESPONDS_TO]->(:Claim) RETURN 'responds-to' AS name, count(r) AS total
UNION ALL MATCH (:Claim)-[r:SUPPORTS]->(:Claim) RETURN 'supports' AS name, count(r) AS total
UNION ALL MATCH (:Author)-[h:HOLDS]->() WHERE h.stance = 'for' RETURN 'for' AS name, count(h) AS total
UNION ALL MATCH (:Author)-[h:HOLDS]->() WHERE h.stance = 'against' RETURN 'against' AS name, count(h) AS total
UNION ALL MATCH (:Author)-[h:HOLDS]->() WHERE h.stance = 'neutral' RETURN 'neutral' AS name, count(h) AS total
