import * as fc from "fast-check";
import { describe, it } from "vitest";
import { contains, holdsWords, type Place } from "../../src/model/span.ts";
import { contents, requireEqual } from "../support/contents.ts";
import { fakeExtractor } from "../support/fake-extractor.ts";
import { jsonLines, mapText } from "../support/map-text.ts";
import type { MemoryKnown } from "../support/memory-known.ts";
import { commentLists } from "../support/random-comments.ts";

const words = [
  "I disagree.",
  "The dam is unsafe",
  "because nobody looked after it.",
  "> Floods are rare here.",
  "- first of all, it leaks",
  "You wrote “the dam is safe”.",
  "Isn't it?",
  "\r\n\r\n",
  "\n",
  " ",
  "\u00a0",
  "🏞️",
  "e\u0301a\u0308",
  "\ud83d",
  "However, the valley is empty.",
  "RL agents (e.g. PPO) hack rewards!",
  "&lt;b&gt;",
  "**bold**",
  "\u202e",
];
const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...words) },
      fc.string({ unit: "binary", maxLength: 8 }),
    ),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(" "));
const comments = fc
  .array(
    fc.record({
      text,
      parent: fc.nat(),
      author: fc.constantFrom("Ann", "Bo", "Cy"),
      markup: fc.constantFrom("md", "html", "plain"),
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((list) =>
    list.map(({ parent, ...comment }, index) => ({
      id: String(index),
      parentId: index === 0 || parent % 4 === 0 ? null : String(parent % index),
      ...comment,
    })),
  );

/** Every place that the store holds, with the words it claims to be. */
function* places(known: MemoryKnown) {
  for (const { commentId, version, span, text, leadIn } of known.locutionMap.values()) {
    yield { commentId, version, span, text };
    if (leadIn) yield { commentId, version, span: leadIn, text: null };
  }
  for (const { commentId, version, span, text, source, answer } of known.quoteMap.values()) {
    yield { commentId, version, span, text };
    if (answer) yield { commentId, version, span: answer, text: null };
    if (source) yield { ...source, text: null };
  }
  for (const { commentId, version, span } of known.mentionMap.values())
    yield { commentId, version, span, text: null };
  for (const { evidence } of known.relationMap.values())
    for (const place of evidence) yield { ...place, text: null };
}

/** Whether a person wrote the words at a place in a comment of theirs, and does not quote them there. */
function isWrittenBy(known: MemoryKnown, place: Place | null, author: string): boolean {
  if (place === null || known.commentMap.get(place.commentId)?.authorId !== author) return false;
  return ![...known.quoteMap.values()].some(
    ({ commentId, span }) => commentId === place.commentId && contains(span, place.span),
  );
}

describe("whatever people write", () => {
  it("every stored span slices back to its words, and the second run changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(comments, async (records) => {
        const files = { "random.jsonl": jsonLines(records) };
        const { known } = await mapText(files);
        for (const place of places(known)) {
          const version = known.versionMap.get(`${place.commentId} ${place.version}`);
          if (!version) throw new Error(`no version ${place.version} of ${place.commentId}`);
          const { start, end } = place.span;
          if (start < 0 || start >= end || end > version.text.length)
            throw new Error(`${start}-${end} is outside of the text`);
          if (place.text !== null && !holdsWords(version.text, place.span, place.text))
            throw new Error(`${start}-${end} does not hold ${JSON.stringify(place.text)}`);
        }
        for (const { claimId } of known.locutionMap.values())
          if (!known.claimMap.has(claimId)) throw new Error(`no claim ${claimId}`);
        for (const quote of known.quoteMap.values()) {
          const author = known.commentMap.get(quote.commentId)?.authorId ?? null;
          if (author !== null && quote.speaker === author && !isWrittenBy(known, quote.source, author))
            throw new Error(`quote ${quote.text} was given to the commenter`);
        }
        const again = await mapText(files, known);
        if (again.changes.length > 0)
          throw new Error(`mapping again changed ${JSON.stringify(again.changes).slice(0, 400)}`);
      }),
      { numRuns: 100 },
    );
  });

  it("two inputs give one graph, mapped in one run or one after the other", async () => {
    const extractor = fakeExtractor("rules");
    await fc.assert(
      fc.asyncProperty(commentLists, commentLists, async (records, more) => {
        const [first, second] = [{ "one.jsonl": jsonLines(records) }, { "two.jsonl": jsonLines(more) }];
        const { known: atOnce } = await mapText({ ...first, ...second }, undefined, { extractor });
        const { known: inTurn } = await mapText(first, undefined, { extractor });
        await mapText(second, inTurn, { extractor });
        requireEqual("the runs show", contents(atOnce), contents(inTurn));
      }),
      { numRuns: 100 },
    );
  });
});
