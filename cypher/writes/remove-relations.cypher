// Takes away relations. No engine of ours indexes relationships, so this looks at each once, however many go.
// parameters: $wanted, a map with the ids as its keys
// rows: none
MATCH (:Claim)-[r:RESPONDS_TO]->(:Claim) WHERE $wanted[r.id] IS NOT NULL DELETE r;
MATCH (:Claim)-[r:DISAGREES_WITH]->(:Claim) WHERE $wanted[r.id] IS NOT NULL DELETE r;
MATCH (:Claim)-[r:REFINES]->(:Claim) WHERE $wanted[r.id] IS NOT NULL DELETE r;
MATCH (:Claim)-[r:SUPPORTS]->(:Claim) WHERE $wanted[r.id] IS NOT NULL DELETE r;
