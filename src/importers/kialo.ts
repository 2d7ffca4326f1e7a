import { AppError } from "../errors.ts";
import type { ImportRecord } from "../model/draft.ts";
import { readMarkup } from "../text/markup.ts";
import { composeOffsets, identityOffsets } from "../text/offset-map.ts";
import { commentDraft } from "./comment-draft.ts";
import type { Importer, ImportOptions, Input } from "./importer.ts";
import { type KialoClaim, kialoLines, numberAbove } from "./kialo/lines.ts";
import { readWhole } from "./read-whole.ts";
import { report } from "./report.ts";
import { StatedMap } from "./stated-map.ts";

/**
 * The text export of a Kialo discussion: a claim a line, numbered by its place in the tree.
 *
 * Each claim is a comment without author and time that answers the claim above, and all of its words are the
 * claim. `Pro` supports the claim above and `Con` disagrees with it. `-> See 1.2.` is no comment: there the
 * claim 1.2 bears on one more claim. Words are Markdown; their origin counts in the file.
 */
export const kialo: Importer = {
  id: "kialo",
  describes: "the text export of a Kialo discussion",
  keeps: ["id", "parent"],
  statesClaims: true,
  sniff,
  read,
};

function sniff(head: string): number {
  let claims = 0;
  let sided = 0;
  let hasTitle = false;
  for (const line of kialoLines(head)) {
    if (line.kind === "title") hasTitle = true;
    else if (claims === 0 && line.number !== "1") return 0;
    else {
      claims++;
      if (line.side !== null) sided++;
    }
    if (claims > 20) break;
  }
  if (hasTitle && claims > 0) return 1;
  return sided > 0 && sided >= claims - 2 ? 0.95 : 0;
}

async function* read(input: Input, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const text = await readWhole(input, options, "a map");
  const map = new StatedMap("kialo");
  const pointers: KialoClaim[] = [];
  const threadId = `${options.host}:discussion`;
  const idOf = (number: string) => `${options.host}:${number}`;
  let threadTitle: string | null = null;
  let index = 0;
  for (const line of kialoLines(text)) {
    if (line.kind === "title") {
      threadTitle = line.title;
      continue;
    }
    const { number, side, source, start } = line;
    if (line.pointer !== null) {
      pointers.push(line);
      continue;
    }
    const read = await readMarkup(source, "md");
    const place = `${input.name}:${line.line}`;
    if (read.text.trim() === "" || map.has(number)) {
      const problem = map.has(number)
        ? `the number ${number} stands twice`
        : `the claim ${number} has no words`;
      yield report("error", "import.record-invalid", place, problem);
      continue;
    }
    const above = numberAbove(number);
    const offsets = composeOffsets(read.offsets, identityOffsets(source.length, start));
    const comment = commentDraft(
      { ...read, offsets },
      {
        id: idOf(number),
        index: index++,
        threadId,
        threadTitle,
        parentId: above === null ? null : idOf(above),
      },
    );
    yield { kind: "comment", comment };
    map.say(number, {
      commentId: idOf(number),
      text: read.text,
      span: { start: 0, end: read.text.length },
      speaker: null,
      createdAt: null,
    });
    if (above !== null && !map.has(above))
      yield report("warning", "import.reference-missing", place, `there is no claim ${above}`, comment.id);
    if (above !== null) map.relate({ ...bearing(side), from: number, to: above });
  }
  if (index === 0)
    throw new AppError("import.record-invalid", `${input.name}: no numbered claim stands in it`, {
      hint: "Export the discussion from Kialo as text, or name another format with --from.",
    });
  for (const { number, side, pointer, line } of pointers) {
    const above = numberAbove(number);
    if (pointer !== null && above !== null && map.has(pointer) && map.has(above))
      map.relate({ ...bearing(side), from: pointer, to: above });
    else
      yield report(
        "warning",
        "import.reference-missing",
        `${input.name}:${line}`,
        `there is no claim ${pointer} to stand here`,
      );
  }
  yield* map.records();
}

/** What stands under a claim without a side answers it: the theses under a question do. */
function bearing(side: KialoClaim["side"]) {
  if (side === null) return { kind: "responds-to", method: "below" } as const;
  return { kind: side === "Pro" ? "supports" : "disagrees-with", method: side } as const;
}
