export { graphJson } from "./graph-json.ts";
export { jsonl } from "./jsonl.ts";
export { profileDump } from "./profile-dump.ts";
