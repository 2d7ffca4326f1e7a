export { csv } from "./csv.ts";
export { discourse } from "./discourse.ts";
export { graphJson } from "./graph-json.ts";
export { htmlThread } from "./html-thread.ts";
export { jsonl } from "./jsonl.ts";
export { markdownThread } from "./markdown-thread.ts";
export { profileDump } from "./profile-dump.ts";
export { textThread } from "./text-thread.ts";
