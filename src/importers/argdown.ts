import type { ImportRecord } from "../model/draft.ts";
import { type ArgdownLine, argdownLines } from "./argdown/lines.ts";
import { readArgdown } from "./argdown/read-map.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import { readWhole } from "./read-whole.ts";

/** More lines tell nothing new. */
const linesLookedAt = 400;

/**
 * An argument map in Argdown.
 *
 * Read are statements, arguments, their relations, premise-conclusion structures with the premises that an
 * inference uses, comments, tags, mentions and the title in the front matter. Groups, data in braces, rules
 * of inference, settings and Argdown inside Markdown files are passed over. Origins count in the file.
 *
 * @see https://argdown.org/syntax/
 */
export const argdown: Importer = {
  id: "argdown",
  describes: "an argument map in Argdown",
  keeps: ["id", "parent"],
  statesClaims: true,
  sniff,
  read,
};

type ElementLine = Extract<ArgdownLine, { kind: "element" }>;

function sniff(head: string, name: string): number {
  const isNamed = /\.(?:argdown|ad)(?:\.gz)?$/iu.test(name);
  let relations = 0;
  let definitions = 0;
  let steps = 0;
  let inferences = 0;
  let lines = 0;
  for (const line of argdownLines(head)) {
    if (line.kind === "inference") inferences++;
    if (line.kind === "element") {
      if (isDefinition(line)) definitions++;
      if (line.mark !== null && line.element.title !== null) relations++;
      if (line.step !== null) steps++;
    }
    if (++lines > linesLookedAt) break;
  }
  if (isNamed) return 0.97;
  if (relations > 0 && definitions > 0) return 0.95;
  return steps > 1 && inferences > 0 && definitions > 0 ? 0.92 : relations > 1 ? 0.6 : 0;
}

/** `[1]: https://…` is a link of Markdown. */
function isDefinition({ element: { title, source } }: ElementLine): boolean {
  return title !== null && source !== "" && !/^<?https?:/iu.test(source);
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  yield* readArgdown(await readWhole(input, options, "a map"), input.name, options);
}
