export { rules } from "./rules/rules-extractor.ts";
