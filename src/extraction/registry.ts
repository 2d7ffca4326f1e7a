export { llm } from "./llm/llm-extractor.ts";
export { rules } from "./rules/rules-extractor.ts";
