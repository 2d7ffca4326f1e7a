// Takes away mentions. Looks at each once, however many go.
// parameters: $wanted, a map with the ids as its keys
// rows: none
MATCH (:Comment)-[m:MENTIONS]->(:Concept) WHERE $wanted[m.id] IS NOT NULL DELETE m;
