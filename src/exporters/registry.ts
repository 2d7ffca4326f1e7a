export { json } from "./json.ts";
export { neo4jAdmin } from "./neo4j-admin.ts";
