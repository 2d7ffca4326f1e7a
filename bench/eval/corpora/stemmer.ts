import model from "wink-eng-lite-web-model";
import winkNLP, { type ItsFunction } from "wink-nlp";

/** Reduces the words of a phrase to their Porter stems, in lower case and parted by blanks. */
export function phraseStemmer(): (phrase: string) => string {
  const wink = winkNLP(model, []);
  // The declared parameters are not those with which the function is called.
  const stemOf = wink.its.stem as unknown as ItsFunction<string>;
  const known = new Map<string, string>();
  return (phrase) => {
    const before = known.get(phrase);
    if (before !== undefined) return before;
    const words = phrase
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== "");
    const stemmed = wink.readDoc(words.join(" ")).tokens().out(stemOf).join(" ");
    known.set(phrase, stemmed);
    return stemmed;
  };
}
