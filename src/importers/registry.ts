export { jsonl } from "./jsonl.ts";
export { profileDump } from "./profile-dump.ts";
