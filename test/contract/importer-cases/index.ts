export { graphJsonCase } from "./graph-json.ts";
export { jsonlCase } from "./jsonl.ts";
export { profileDumpCase } from "./profile-dump.ts";
