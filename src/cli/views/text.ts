import type { Span } from "../../model/span.ts";
import type { Words } from "../../queries/shapes.ts";
import { wrapCells } from "../cell-width.ts";
import { printable, printableLine } from "../printable.ts";

/** Letters of an id that a terminal shows; a pipe gets all. `show` takes any unique start. */
const idLetters = 10;

/** An id as it is shown: the start of a hash on a terminal, else whole. */
export function shownId(id: string, width: number | null): string {
  return width !== null && /^[0-9a-f]{16}$/.test(id) ? id.slice(0, idLetters) : printableLine(id);
}

/** The day of a time, `undated` where there is none. */
export function day(createdAt: string | null): string {
  return createdAt === null ? "undated" : createdAt.slice(0, 10);
}

/** Who said some words. */
export function speakerName({ speaker, isQuoted }: Pick<Words, "speaker" | "isQuoted">): string {
  if (speaker !== null) return printableLine(speaker.name);
  return isQuoted ? "quoted, speaker unknown" : "author unknown";
}

/** Whom some words report, by name and as the words name them; null where their speaker asserts them. */
export function reportNote({ reported, speaker }: Pick<Words, "reported" | "speaker">): string | null {
  if (reported === null) return null;
  const { text, person } = reported;
  if (person !== null && person.id === speaker?.id) return "reports an earlier view";
  const source = `"${printableLine(text)}"`;
  if (person === null) return `reports ${source}`;
  return `reports ${printableLine(person.name)}${person.name === text ? "" : ` (${source})`}`;
}

/** Who, whom they report, when and where, on one line. */
export function byline(words: Words): string {
  const note = reportNote(words);
  return `${speakerName(words)}${note === null ? "" : `, ${note}`} · ${day(words.createdAt)} · ${printableLine(words.commentId)}`;
}

/**
 * Breaks text to the width, every line after `indent`; in a pipe it stays one line. A `bullet` stands before the
 * first line and as many spaces before the others.
 */
export function wrapped(text: string, width: number | null, indent = "", bullet = ""): readonly string[] {
  const line = printableLine(text);
  if (width === null) return [indent + bullet + line];
  const lines = wrapCells(line, Math.max(20, width - indent.length - bullet.length));
  return lines.map((it, index) => indent + (index === 0 ? bullet : " ".repeat(bullet.length)) + it);
}

/** A text of several lines, each broken to the width and indented. */
export function wrappedText(text: string, width: number | null, indent = ""): readonly string[] {
  return printable(text)
    .split("\n")
    .flatMap((line) => {
      if (line.trim() === "") return [""];
      if (width === null) return [indent + line];
      return wrapCells(line, Math.max(20, width - indent.length)).map((it) => indent + it);
    });
}

/** Marks that stand before and after spans: claims, quotes, words that went away or came. */
const marks = {
  claim: ["[", "]"],
  quote: ["«", "»"],
  removed: ["[-", "-]"],
  added: ["[+", "+]"],
} as const;

/**
 * A text with some spans between marks, `[like this]`: signs and not colours, so that they show on every
 * terminal and in a pipe. Spans of one mark that overlap are joined.
 */
export function marked(
  text: string,
  ...layers: readonly (readonly [mark: keyof typeof marks, spans: readonly Span[]])[]
): string {
  const signs: { readonly at: number; readonly sign: string; readonly isEnd: boolean }[] = [];
  for (const [mark, spans] of layers)
    for (const { start, end } of joined(spans)) {
      signs.push({ at: start, sign: marks[mark][0], isEnd: false });
      signs.push({ at: end, sign: marks[mark][1], isEnd: true });
    }
  // At one place what ends comes before what begins.
  signs.sort((a, b) => a.at - b.at || Number(b.isEnd) - Number(a.isEnd));
  let result = "";
  let done = 0;
  for (const { at, sign } of signs) {
    result += text.slice(done, at) + sign;
    done = at;
  }
  return result + text.slice(done);
}

function joined(spans: readonly Span[]): readonly Span[] {
  const result: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}
