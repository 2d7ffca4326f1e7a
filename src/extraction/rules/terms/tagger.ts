import type { Span } from "../../../model/span.ts";
import { maskAddresses } from "../../../text/addresses.ts";

/** A word with its universal part of speech, as wink-nlp names it. Hyphened compounds are one word, contractions two ("do", "n't"). */
export interface TaggedWord {
  readonly text: string;
  readonly pos: string;
  readonly start: number;
  readonly end: number;
}

/** Tags the words of one sentence; places count in the whole text. */
export type Tagger = (text: string, span: Span) => readonly TaggedWord[];

let loading: Promise<Tagger> | undefined;

/**
 * The tagger, loaded once and shared: loading takes 130 to 240 ms and 17 MB of heap.
 *
 * wink-nlp with its web model tags about 3 MB of text in a second. It runs across line ends, so it gets a
 * sentence at a time, and it normalises letters, so places are found again by walking along the text.
 */
export function loadTagger(): Promise<Tagger> {
  loading ??= load();
  return loading;
}

/** Runs without a blank that are no words (keys, hashes, walls of marks); wink is quadratic in their length. */
const endless = /\S{101,}/g;

async function load(): Promise<Tagger> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import("wink-nlp"),
    import("wink-eng-lite-web-model"),
  ]);
  const wink = winkNLP(model, ["pos"]);
  const { value, pos } = wink.its;
  return (text, { start, end }) => {
    const words = maskAddresses(text.slice(start, end), " ").replace(endless, (run) =>
      " ".repeat(run.length),
    );
    const tokens = wink.readDoc(words).tokens();
    return joinHyphens(align(words, tokens.out(value), tokens.out(pos), start));
  };
}

/** Finds each token's place; one that cannot be found is left out. */
function align(
  text: string,
  values: readonly string[],
  tags: readonly string[],
  offset: number,
): TaggedWord[] {
  const words: TaggedWord[] = [];
  let at = 0;
  values.forEach((value, i) => {
    while (at < text.length && /\s/.test(text[at] ?? "")) at++;
    const length = lengthOf(value, text, at);
    const start = length > 0 ? at : text.indexOf(value, at);
    const size = length > 0 ? length : value.length;
    // A token found far ahead is another one like it; what lies between would be lost.
    if (start < 0 || start > at + 16) return;
    const [from, end] = [offset + start, offset + start + size];
    words.push({ text: text.slice(start, start + size), pos: tags[i] ?? "X", start: from, end });
    at = start + size;
  });
  return words;
}

/** How many code units at `at` are `value`, which may be written in composed form; 0 when none are. */
function lengthOf(value: string, text: string, at: number): number {
  if (text.startsWith(value, at)) return value.length;
  const wanted = value.normalize("NFC");
  for (let length = value.length; length <= value.length * 3 && at + length <= text.length; length++)
    if (text.slice(at, at + length).normalize("NFC") === wanted) return length;
  return 0;
}

const hyphen = /^[-‐‑]$/;

/** Makes one word of "process", "-", "based". A compound is what its last part is, "-based" an adjective. */
function joinHyphens(words: readonly TaggedWord[]): TaggedWord[] {
  const joined: TaggedWord[] = [];
  for (let i = 0; i < words.length; i++) {
    let word = words[i];
    if (word === undefined) continue;
    for (;;) {
      const mark = words[i + 1];
      const next = words[i + 2];
      if (mark === undefined || next === undefined || !hyphen.test(mark.text)) break;
      if (mark.start !== word.end || next.start !== mark.end || !/^[\p{L}\p{N}]/u.test(next.text)) break;
      const pos = compoundTag(next);
      word = { text: word.text + mark.text + next.text, pos, start: word.start, end: next.end };
      i += 2;
    }
    joined.push(word);
  }
  return joined;
}

function compoundTag({ text, pos }: TaggedWord): string {
  if (/(?:learning|training|reasoning|planning|modeling|modelling|making|hacking)$/i.test(text))
    return "NOUN";
  if (/(?:ed|based|like|driven|wise|free|aware|ing|specific|level|style|purpose|term)$/i.test(text))
    return "ADJ";
  return pos === "VERB" || pos === "ADP" || pos === "AUX" ? "ADJ" : pos;
}
