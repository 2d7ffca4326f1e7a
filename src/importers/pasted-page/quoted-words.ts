import type { QuoteMethod } from "../../model/quote.ts";
import { foldWords } from "../../text/keys.ts";
import type { PageLine } from "./headers.ts";
import { readPageName } from "./name-line.ts";

/** From here on a line was wrapped where it was written, so that the next one goes on with it. UTF-16 units. */
const wrappedLength = 40;
/** Copied lines of fewer words say nothing: two people may write "I don't know." */
const fewestCopied = 4;
/** Longer lines name nobody. In UTF-16 units. */
const longestLabel = 100;
/** So many lines below its label a long quote may end with a button. */
const longestQuote = 40;

/** A line of a comment. `quote` says how it is known to be somebody else's words, and whose; null for the writer's. */
export interface WrittenLine extends PageLine {
  readonly quote: { readonly how: QuoteMethod; readonly speaker: string | null } | null;
}

/** Of what a person said above, so much of the latest is at hand, folded. In UTF-16 units. */
const longestMemory = 50_000;

/** What was said on a page above a comment. */
export class SaidAbove {
  readonly #speakers = new Map<string, string>();
  readonly #words = new Map<string, string>();

  /** Takes note of a comment's own words; who said a sentence first is its speaker. */
  add(lines: readonly WrittenLine[], speaker: string): void {
    for (const { text, quote } of lines)
      for (const key of quote === null ? sentenceKeys(text) : [])
        if (!this.#speakers.has(key)) this.#speakers.set(key, speaker);
    const said = foldWords(lines.map(({ text }) => text).join(" "));
    this.#words.set(speaker, `${this.#words.get(speaker) ?? ""} ${said} `.slice(-longestMemory));
  }

  /** Whether words were said by a person word for word, within sentences or across them. */
  isBy(speaker: string, words: string): boolean {
    return this.#words.get(speaker)?.includes(` ${foldWords(words)} `) === true;
  }

  /** Who said every sentence of a line before; null where nobody did, or `reader`, or not all is one person's. */
  speakerOf(line: string, reader: string | null): string | null {
    const keys = sentenceKeys(line);
    if (foldWords(line).split(" ").length < fewestCopied) return null;
    const speakers = new Set(keys.map((key) => this.#speakers.get(key) ?? null));
    const [only = null] = speakers;
    return speakers.size === 1 && only !== reader ? only : null;
  }
}

function sentenceKeys(line: string): readonly string[] {
  return line
    .split(/(?<=[.!?…]["”’)]{0,2})\s+/u)
    .map(foldWords)
    .filter((key) => key !== "");
}

/**
 * Says of the lines of a comment which are quoted: those behind `>`, also where a wrapped line lost the mark, the
 * paragraph below a line that names somebody of the page and a colon, and what was copied from above.
 *
 *     ada said:                 the label goes, the paragraph is ada's
 *     The dam is low.
 *     Click to expand…          goes
 *     So raise it.
 *
 * @param names - who writes on the page.
 */
export function findQuotedLines(
  lines: readonly PageLine[],
  reader: string | null,
  names: ReadonlySet<string>,
  above: SaidAbove,
): readonly WrittenLine[] {
  const written: WrittenLine[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    const label = labelOf(line.text, names);
    const end = label === null ? index : endOfQuote(lines, index + 1);
    const quoted = lines.slice(index + 1, end);
    const words = quoted.map(({ text }) => text).join(" ");
    // "ada:" alone may address her.
    if (label !== null && (label.isSaying || isExpander(lines[end]) || above.isBy(label.speaker, words))) {
      const quote = { how: "header", speaker: label.speaker } as const;
      const first = quoted.findIndex(({ kind }) => kind !== "blank");
      for (const inner of quoted.slice(Math.max(0, first))) written.push({ ...inner, quote });
      index = isExpander(lines[end]) ? end : end - 1;
      continue;
    }
    const copiedFrom = above.speakerOf(line.text, reader);
    const quote = continuesMark(written.at(-1), line)
      ? ({ how: "markup", speaker: null } as const)
      : copiedFrom === null
        ? null
        : ({ how: "matched", speaker: copiedFrom } as const);
    written.push({ ...line, quote });
  }
  return written;
}

/** The name in a line that says that a quote follows: "ada said:", or "ada:" of somebody who writes here. */
function labelOf(
  line: string,
  names: ReadonlySet<string>,
): { readonly speaker: string; readonly isSaying: boolean } | null {
  if (line.length > longestLabel) return null;
  const [, named = "", verb] =
    /^\s*(.{1,40}?)(\s+(?:said|wrote|says|writes))?(?:\s*\([^()]{1,30}\))?:\s*$/u.exec(line) ?? [];
  const name = readPageName(named)?.name ?? null;
  const isSaying = verb !== undefined;
  return name !== null && (isSaying || names.has(name)) ? { speaker: name, isSaying } : null;
}

/** Index behind the last line of the quote that begins at `start`: the page's button, or the end of a paragraph. */
function endOfQuote(lines: readonly PageLine[], start: number): number {
  const button = lines.slice(start, start + longestQuote).findIndex(isExpander);
  if (button >= 0) return start + button;
  let end = start;
  while (lines[end]?.kind === "blank") end++;
  while (end < lines.length && lines[end]?.kind !== "blank") end++;
  return end;
}

function isExpander(line: PageLine | undefined): boolean {
  return line !== undefined && /^\s*click to expand\W*$/iu.test(line.text);
}

/** Whether a line goes on with the wrapped one before it, which stands behind `>`. */
function continuesMark(before: WrittenLine | undefined, { text, kind }: PageLine): boolean {
  return (
    before !== undefined &&
    kind !== "blank" &&
    before.text.length >= wrappedLength &&
    (/^\s*>/u.test(before.text) || before.quote?.how === "markup") &&
    /^\s*\p{Ll}/u.test(text)
  );
}
