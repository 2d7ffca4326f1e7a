// Our ids of nodes that a text index of the embedded engine names by its own. Neo4j's indexes give the nodes.
// parameters: $nodes, numbers of the engine
// rows: node, id
UNWIND $nodes AS node
MATCH (n) WHERE id(n) = node
RETURN node AS node, n.id AS id ORDER BY id
