import type { QuoteHeader, SourceMark } from "./marked-quotes.ts";

/**
 * Quote tags as forums write them. What stands in a tag is short, which bounds the time that a lone bracket takes.
 *
 *     [quote]   [quote=ann]   [quote="ann, post:3, topic:12, full:true"]   [quote="ann" post_id=3]   [/quote]
 */
const tag =
  /\[quote(?:[ \t]*=[ \t]*(?:"([^"\n]{0,300})"|“([^”\n]{0,300})”|'([^'\n]{0,300})'|([^\]\n]{0,300})))?((?:[ \t][^\]\n]{0,300})?)\]|\[\/quote\]/giu;
const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/u;

/**
 * The quote tags of a Markdown or plain source, in pairs.
 *
 * Line ends must be `\n`. Tags in code, behind a backslash or in lines that begin with `>` are words, and so
 * is a tag without its partner. Discourse closes a quote anywhere in a line, so words may follow directly
 * behind.
 */
export function bbcodeQuoteMarks(source: string): readonly SourceMark[] {
  if (!/\[quote\b/iu.test(source)) return [];
  const marks: SourceMark[] = [];
  const open: Extract<SourceMark, { kind: "open" }>[] = [];
  const lines = linesOf(source);
  const code = codeOf(source, lines);
  let nextCode = 0;
  let line = 0;
  for (const match of source.matchAll(tag)) {
    const start = match.index;
    while ((code[nextCode]?.end ?? Number.POSITIVE_INFINITY) <= start) nextCode++;
    while ((lines[line]?.end ?? Number.POSITIVE_INFINITY) < start) line++;
    const lineStart = lines[line]?.start ?? 0;
    const isCode = (code[nextCode]?.start ?? Number.POSITIVE_INFINITY) <= start;
    if (isCode || source[start - 1] === "\\" || /^ {0,3}>/u.test(source.slice(lineStart, lineStart + 4)))
      continue;
    const end = start + match[0].length;
    if (match[0][1] !== "/") {
      const [, double, curly, single, bare, rest = ""] = match;
      open.push({
        kind: "open",
        start,
        end,
        header: headerOf(double ?? curly ?? single ?? bare ?? "", rest),
        isInMarkup: false,
      });
      continue;
    }
    const partner = open.pop();
    if (partner) marks.push(partner, { kind: "close", start, end });
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** Facts that Discourse puts behind the name, separated by commas; the name may hold commas itself. */
const fact = /,\s*(post|topic|full|username|group|expanded|member)\s*:\s*([^,]*)$/iu;

function headerOf(value: string, rest: string): QuoteHeader {
  const facts = new Map<string, string>();
  let name = value;
  for (let match = fact.exec(name); match !== null; match = fact.exec(name)) {
    facts.set((match[1] ?? "").toLowerCase(), (match[2] ?? "").trim());
    name = name.slice(0, match.index);
  }
  // vBulletin and XenForo: [QUOTE=ann;12], [QUOTE="ann, post: 12, member: 3"]; phpBB: [quote="ann" post_id=12].
  const numbered = /^(.*);\s*(\d+)$/u.exec(name);
  const post = facts.get("post") ?? numbered?.[2] ?? /\bpost_id=["']?(\d+)/iu.exec(rest)?.[1];
  const speaker = facts.get("username") || (numbered?.[1] ?? name).trim();
  return { speaker: speaker || null, post: post || null, topic: facts.get("topic") || null };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Fenced blocks that are closed, and code within a line. An open fence ends nowhere, so it begins nothing. */
function codeOf(source: string, lines: readonly Range[]): readonly Range[] {
  const ranges: Range[] = [];
  // How short a fence may be at most to be closed: none was found for longer ones.
  const closable = { "`": Number.POSITIVE_INFINITY, "~": Number.POSITIVE_INFINITY };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? { start: 0, end: 0 };
    const [, marks = "", info = ""] = fence.exec(source.slice(line.start, line.end)) ?? [];
    const sign = marks[0] === "~" ? "~" : "`";
    if (marks === "" || (sign === "`" && info.includes("`"))) {
      ranges.push(...codeInLine(source, line));
      continue;
    }
    const last = marks.length < closable[sign] ? closingLine(source, lines, i + 1, marks) : -1;
    if (last < 0) closable[sign] = Math.min(closable[sign], marks.length);
    else {
      ranges.push({ start: line.start, end: lines[last]?.end ?? source.length });
      i = last;
    }
  }
  return ranges;
}

function closingLine(source: string, lines: readonly Range[], from: number, marks: string): number {
  for (let i = from; i < lines.length; i++) {
    const { start, end } = lines[i] ?? { start: 0, end: 0 };
    const [, closing = "", info = ""] = fence.exec(source.slice(start, end)) ?? [];
    if (closing[0] === marks[0] && closing.length >= marks.length && info.trim() === "") return i;
  }
  return -1;
}

/** Stretches between two runs of as many backticks. */
function codeInLine(source: string, { start, end }: Range): readonly Range[] {
  const runs = [...source.slice(start, end).matchAll(/`+/gu)];
  const ranges: Range[] = [];
  /** Lengths of which no further run stands in the line. */
  const lone = new Set<number>();
  for (let i = 0; i < runs.length; i++) {
    const first = runs[i];
    if (first === undefined || lone.has(first[0].length)) continue;
    let last = i + 1;
    while (last < runs.length && runs[last]?.[0] !== first[0]) last++;
    const closing = runs[last];
    if (closing === undefined) lone.add(first[0].length);
    else {
      ranges.push({ start: start + first.index, end: start + closing.index + first[0].length });
      i = last;
    }
  }
  return ranges;
}

function linesOf(source: string): readonly Range[] {
  const lines: Range[] = [];
  let start = 0;
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", start)) {
    lines.push({ start, end: at });
    start = at + 1;
  }
  lines.push({ start, end: source.length });
  return lines;
}
