export { csvCase } from "./csv.ts";
export { discourseCase } from "./discourse.ts";
export { graphJsonCase } from "./graph-json.ts";
export { htmlThreadCase } from "./html-thread.ts";
export { jsonlCase } from "./jsonl.ts";
export { markdownThreadCase } from "./markdown-thread.ts";
export { profileDumpCase } from "./profile-dump.ts";
export { textThreadCase } from "./text-thread.ts";
