/**
 * A command with what it prints, as a document shows it; `start` and `end` are the lines of the block's
 * inside.
 */
interface ConsoleBlock {
  readonly start: number;
  readonly end: number;
  readonly command: string;
  readonly shown: readonly string[];
}

/** A line that stands for any number of lines left out. */
const leftOut = "…";

/**
 * The blocks of a Markdown text that are fenced as `console` and begin with a command.
 *
 *     $ npx elenchus search "reward function"      the command, over several lines while a quotation is open
 *     reward function                              what it prints
 */
export function consoleBlocks(markdown: string): readonly ConsoleBlock[] {
  const lines = markdown.split("\n");
  const blocks: ConsoleBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (lines[at] !== "```console") continue;
    const start = at + 1;
    const end = lines.indexOf("```", start);
    let after = start + 1;
    let command = lines[start]?.replace(/^\$ /, "") ?? "";
    while (after < end && splitWords(command) === null) command += `\n${lines[after++]}`;
    blocks.push({ start, end, command, shown: lines.slice(after, end) });
    at = end;
  }
  return blocks;
}

/**
 * The words of a command line as a shell reads them; null while a quotation is open. Knows quotation marks
 * only.
 */
export function splitWords(command: string): readonly string[] | null {
  const words: string[] = [];
  let rest = command.trimStart();
  while (rest !== "") {
    let word = "";
    while (rest !== "" && !/^\s/.test(rest)) {
      const [whole, single, double, plain] = /^(?:'([^']*)'|"([^"]*)"|([^\s'"]+))/.exec(rest) ?? [];
      if (whole === undefined) return null;
      word += single ?? double ?? plain ?? "";
      rest = rest.slice(whole.length);
    }
    words.push(word);
    rest = rest.trimStart();
  }
  return words;
}

/** What a block is to show of an output: as many lines before and after what is left out as it shows now. */
export function cutLike(shown: readonly string[], output: readonly string[]): readonly string[] {
  const gap = shown.indexOf(leftOut);
  const tail = shown.length - gap - 1;
  if (gap < 0 || gap + tail >= output.length) return output;
  return [...output.slice(0, gap), leftOut, ...output.slice(output.length - tail)];
}
