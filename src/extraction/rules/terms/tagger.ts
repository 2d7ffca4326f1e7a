import type { Span } from "../../../model/span.ts";
import { maskAddresses } from "../../../text/addresses.ts";
import { detached } from "../../../text/detached.ts";
import { Recent } from "../../../text/recent.ts";
import { loadWink } from "./wink.ts";

/**
 * A word with its universal part of speech, as wink-nlp names it. Hyphened compounds are one word,
 * contractions two ("do", "n't").
 */
export interface TaggedWord {
  readonly text: string;
  readonly pos: string;
  readonly start: number;
  readonly end: number;
}

/** Tags the words of one sentence; places count in the whole text. */
export type Tagger = (text: string, span: Span) => readonly TaggedWord[];

/** The same for a sentence that was cut out of its text at `start`. */
type SentenceTagger = (sentence: string, start: number) => readonly TaggedWord[];

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
const longestWord = 100;

/**
 * So many sentences are remembered. Of the forum of the load corpus 22 % stand in one of the last 500, as
 * quotes; of the last 8,000 it is 23 %.
 */
const mostRemembered = 1000;
/** Longer sentences, in UTF-16 units, are seldom repeated and not remembered. */
const longestRemembered = 400;

interface TaggedSentence {
  readonly start: number;
  readonly words: readonly TaggedWord[];
}

async function load(): Promise<Tagger> {
  const read = await loadWink();
  return rememberSentences((sentence, start) => {
    const masked = maskAddresses(sentence, " ");
    const words =
      masked.length > longestWord ? masked.replace(endless, (run) => " ".repeat(run.length)) : masked;
    const { values, tags } = read(words);
    return joinHyphens(align(words, values, tags, start));
  });
}

/** Makes a tagger that tags a sentence that was tagged of late no second time, wherever it stands. */
function rememberSentences(tag: SentenceTagger): Tagger {
  const known = new Recent<TaggedSentence>(mostRemembered);
  return (text, { start, end }) => {
    const sentence = text.slice(start, end);
    if (sentence.length > longestRemembered) return tag(sentence, start);
    const tagged = known.get(sentence);
    if (tagged !== undefined) return moved(tagged.words, start - tagged.start);
    const own = detached(sentence);
    const words = tag(own, start);
    known.set(own, { start, words });
    return words;
  };
}

function moved(words: readonly TaggedWord[], by: number): readonly TaggedWord[] {
  if (by === 0) return words;
  return words.map(({ text, pos, start, end }) => ({ text, pos, start: start + by, end: end + by }));
}

const blank = 0x20;

/** Finds each token's place; one that cannot be found is left out. */
function align(
  text: string,
  values: readonly string[],
  tags: readonly string[],
  offset: number,
): TaggedWord[] {
  const words: TaggedWord[] = [];
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? "";
    while (at < text.length && (text.charCodeAt(at) === blank || /\s/.test(text[at] ?? ""))) at++;
    const length = lengthOf(value, text, at);
    const start = length > 0 ? at : text.indexOf(value, at);
    const size = length > 0 ? length : value.length;
    // A token found far ahead is another one like it; what lies between would be lost.
    if (start < 0 || start > at + 16) continue;
    const [from, end] = [offset + start, offset + start + size];
    words.push({ text: text.slice(start, start + size), pos: tags[i] ?? "X", start: from, end });
    at = start + size;
  }
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
