/** The tokens of a sentence as wink-nlp normalises them, and the universal part of speech of each. */
export interface WinkTokens {
  readonly values: readonly string[];
  readonly tags: readonly string[];
}

/**
 * What the model of wink-nlp keeps of the words it has met: those it came with, and behind them those it has
 * learned.
 */
interface Lexemes {
  readonly list: readonly string[];
  readonly hash: Record<string, number>;
}
interface CoreModel {
  readonly features: { readonly lexeme: Lexemes };
}

/** A learned word that wink-nlp reads alike whether it knows it or not. */
const isPlain = (word: string): boolean => /^[A-Za-z]+$/.test(word);
/**
 * So many words are learned before all are forgotten: some 10 MB. What is no plain word is learned anew each
 * time that it is met, so 25,000 comments of the load corpus teach as many.
 */
const mostLearned = 100_000;

/**
 * Loads wink-nlp as a pure function of a sentence.
 *
 * By itself it remembers each unknown word for good and then takes it for one token: whoever has read
 * `"person's"` somewhere reads "person's" as one word ever after. So of what a sentence taught only words of
 * plain letters are kept, which spares reading them anew, and of these no more than fit. Held against
 * wink-nlp 2.4.0.
 *
 * @returns a function of one sentence, linear in its length but for long runs without a blank.
 */
export async function loadWink(): Promise<(sentence: string) => WinkTokens> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import("wink-nlp"),
    import("wink-eng-lite-web-model"),
  ]);
  const readCore = model.core as () => CoreModel;
  const create = () => {
    let lexemes: Lexemes = { list: [], hash: {} };
    const core = (): CoreModel => {
      const read = readCore();
      lexemes = read.features.lexeme;
      return read;
    };
    const wink = winkNLP({ ...model, core }, ["pos"]);
    return { wink, lexemes, native: lexemes.list.length };
  };
  let current = create();
  return (sentence) => {
    const { wink, lexemes, native } = current;
    const known = lexemes.list.length;
    const tokens = wink.readDoc(sentence).tokens();
    const read = { values: tokens.out(wink.its.value), tags: tokens.out(wink.its.pos) };
    forget(lexemes, known);
    if (lexemes.list.length - native > mostLearned) current = create();
    return read;
  };
}

/** Forgets what was learned behind the first `known` words, but for plain words. */
function forget({ list, hash }: Lexemes, known: number): void {
  for (let at = known; at < list.length; at++) {
    const word = list[at] ?? "";
    if (!isPlain(word)) delete hash[word];
  }
}
