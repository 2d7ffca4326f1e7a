/** The line with which a mail program heads what it quotes. `name` is null when it is nobody's but "I" or "he". */
export interface Attribution {
  readonly start: number;
  readonly end: number;
  readonly name: string | null;
  /** Whether people hardly write it themselves: it holds an address, or a ruler. */
  readonly isByProgram: boolean;
}

/**
 * Lines as mail programs write them, in the languages met in public archives; they may be wrapped after a
 * word. What stands in a group is the date with the name, or the name.
 *
 *     On Tue, 5 Mar 2024 at 18:02, Ada <ada@example.org> wrote:
 *     Am 07.01.22, 23:40 schrieb Ada <ada@example.org>:
 *     Ada <ada@example.org> writes:
 *     -----Original Message-----        and the headers below it, of which From names the person
 */
const patterns: readonly RegExp[] = [
  /(?<=^|[\n>.!?])[ \t]{0,9}On (?=[^\n]{0,260}(?:\n[^\n]{0,120})?\s(?:wrote|writes):?[ \t]{0,9}(?:\n|$))((?=[^\n]{0,60}\d)[^\n]{6,160}?(?:\n[> \t]{0,20}[^\n]{1,100}?)??)\s(?:wrote|writes):?[ \t]{0,9}(?=\n|$)/gu,
  /(?<=^|[\n>.!?])[ \t]{0,9}Am ((?=[^\n]{0,40}\d)[^\n]{6,60}?)\sschrieb\s([^\n]{1,100}?):[ \t]{0,9}(?=\n|$)/gu,
  /(?<=^|\n)[ \t]{0,9}Op ((?=[^\n]{0,40}\d)[^\n]{6,60}?)\sschreef\s([^\n]{1,100}?):[ \t]{0,9}(?=\n|$)/gu,
  /(?<=^|\n)[ \t]{0,9}(?:Le|El|Il|Em|Den|W dniu) ((?=[^\n]{0,60}\d)[^\n]{6,160}?)\s(?:a écrit|escribió|ha scritto|escreveu|skrev|napisał\(a\))\s?:[ \t]{0,9}(?=\n|$)/gu,
  /(?<=^|\n)[ \t]{0,9}([^\n<>:]{1,60}[ \t]*<[^<>\s]{3,80}@[^<>\s]{1,80}>)\s(?:wrote|writes):[ \t]{0,9}(?=\n|$)/gu,
  /(?<=^|\n)-{2,20} ?(?:Original Message|Ursprüngliche Nachricht|Message d'origine) ?-{2,20}[ \t]{0,9}\n+(?:From|Von|De): ?(?<from>[^\n]{1,200})(?:\n[A-Z][\p{L}-]{1,20}: ?[^\n]{0,500}){1,8}(?=\n|$)/gu,
];

/** Finds the lines of a mail that head a quote, in their order. */
export function attributionsIn(text: string): readonly Attribution[] {
  const found: Attribution[] = [];
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const indent = /^\s*/u.exec(match[0])?.[0].length ?? 0;
      const start = match.index + indent;
      const end = match.index + match[0].length;
      if (found.some((one) => start < one.end && one.start < end)) continue;
      const who = match.groups?.from ?? match[2] ?? nameBehindDate(match[1] ?? "");
      found.push({ start, end, name: plainName(who), isByProgram: /@|^--/u.test(match[0]) });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** A time of day, or else a year, ends the date: what follows is the name. */
function nameBehindDate(text: string): string {
  const clock =
    /^.*\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?(?!\w))?(?:\s?(?:[+-]\d{4}|\([A-Z]{1,5}\)|[A-Z]{3,4}(?=[\s,])))*,?\s*/su;
  const year = /^.*\b\d{4}(?:-\d\d-\d\d)?,?\s*/su;
  const date = clock.exec(text)?.[0] ?? year.exec(text)?.[0] ?? "";
  return text.slice(date.length);
}

/** A name without its address, quotation marks and what a list added: `"Ada" <ada@x>`, `Ada via list`. */
function plainName(text: string): string | null {
  const name = text
    .replace(/\s+/gu, " ")
    .replace(/\s*[<([](?:mailto:)?[^<>()[\]]*@[^<>()[\]]*[>)\]]?/gu, "")
    .replace(/\s*\*{3}@\*{3}\.\*{3}>?/gu, "")
    .replace(/\s+via\s.*$/iu, "")
    .replace(/^[\s"'“”<>]+|[\s"'“”<>,]+$/gu, "");
  return name === "" || /^(?:I|you|he|she|they|we)$/iu.test(name) ? null : name;
}
