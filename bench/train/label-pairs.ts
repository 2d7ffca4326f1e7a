import type { Extractor } from "../../src/extraction/extractor.ts";
import { rules } from "../../src/extraction/registry.ts";
import { wholeSentences } from "../../src/extraction/rules/claims/statements.ts";
import { shippedGlossary } from "../../src/extraction/rules/glossary.ts";
import { answerInput } from "../../src/extraction/rules/relations/answer-input.ts";
import { type AnswerPair, answerPairs } from "../../src/extraction/rules/relations/answer-pairs.ts";
import { type OwnPair, ownPairs } from "../../src/extraction/rules/relations/own-pairs.ts";
import { passagesOf } from "../../src/extraction/rules/relations/passages.ts";
import type { Unit } from "../../src/extraction/rules/relations/units.ts";
import { jsonl } from "../../src/importers/registry.ts";
import { compareStrings } from "../../src/model/id.ts";
import type { RelationKind } from "../../src/model/relation.ts";
import { mapInputs } from "../../src/pipeline.ts";
import { memoryInput } from "../../test/support/inputs.ts";
import { MemoryKnown } from "../../test/support/memory-known.ts";
import { nearestSentence, type PlacedSentence, placeSentences } from "../eval/own/posts.ts";
import type { TrainingThread } from "./training-threads.ts";

/** What the readers gave a pair: the kind of each, null where one gave none. */
type Given = Readonly<Record<"a" | "b" | "c", RelationKind | null>>;

/**
 * A pair that the extractor weighs, with what the readers gave it; `null` where no sentence of theirs is
 * meant.
 */
export interface LabelledAnswer {
  readonly topic: string;
  readonly pair: AnswerPair;
  readonly given: Given | null;
}

/** Two own statements, with what the readers gave the later to the earlier, and the earlier to the later. */
export interface LabelledOwn {
  readonly topic: string;
  readonly pair: OwnPair;
  readonly backward: Given | null;
  readonly forward: Given | null;
}

export interface LabelledPairs {
  readonly answers: readonly LabelledAnswer[];
  readonly own: readonly LabelledOwn[];
}

/** Maps threads as a user would and gives every pair that the extractor weighs, with its labels. */
export async function labelPairs(topics: readonly TrainingThread[]): Promise<LabelledPairs> {
  const extractor = await rules({ glossary: shippedGlossary });
  const all: LabelledPairs[] = [];
  for (const topic of topics) all.push(await labelTopic(topic, extractor));
  return { answers: all.flatMap(({ answers }) => answers), own: all.flatMap(({ own }) => own) };
}

async function labelTopic(topic: TrainingThread, extractor: Extractor): Promise<LabelledPairs> {
  const known = new MemoryKnown();
  const answers: LabelledAnswer[] = [];
  const own: LabelledOwn[] = [];
  const watching: Extractor = {
    ...extractor,
    extract: async (comment, context) => {
      const extraction = await extractor.extract(comment, context);
      const { statements } = extraction;
      const [whole] = wholeSentences({ ancestors: [{ ...comment, statements }], quoted: [] }).ancestors;
      const input = answerInput(comment, whole?.statements ?? [], wholeSentences(context));
      const given = (from: Unit, to: Unit): Given | null => {
        const [start, end] = [sentenceOf(topic, known, from), sentenceOf(topic, known, to)];
        return start === null || end === null ? null : givenTo(topic, start, end);
      };
      for (const passage of passagesOf(input).filter(({ isOwn }) => !isOwn))
        for (const pair of answerPairs(passage, input.resemblance))
          answers.push({ topic: topic.name, pair, given: given(pair.from, pair.to) });
      for (const pair of ownPairs(input.units, input.resemblance)) {
        const { early, late } = pair;
        own.push({ topic: topic.name, pair, backward: given(late, early), forward: given(early, late) });
      }
      return extraction;
    },
  };
  const input = memoryInput(Buffer.from(topic.thread), { name: `${topic.name}.jsonl`, pieceBytes: 65_536 });
  const described = {
    input,
    importer: jsonl,
    host: topic.name,
    isHostGiven: false,
    captured: null,
    author: null,
  };
  const inputs = [{ ...described, columns: new Map<string, string>(), maxRecordBytes: 2 ** 20 }];
  const options = { extractor: watching, glossary: shippedGlossary };
  for await (const step of mapInputs(inputs, known, options)) known.apply(step.change);
  return { answers, own };
}

function givenTo({ readers }: TrainingThread, from: string, to: string): Given {
  const kindBy = (reader: keyof Given): RelationKind | null =>
    readers[reader].relations.find((one) => one.from === from && one.to === to)?.type ?? null;
  return { a: kindBy("a"), b: kindBy("b"), c: kindBy("c") };
}

const placed = new WeakMap<MemoryKnown, Map<string, readonly PlacedSentence[]>>();

/** The numbered sentence with which a statement shares most, null for quoted ones. */
function sentenceOf(topic: TrainingThread, known: MemoryKnown, { place, quoteId }: Unit): string | null {
  if (quoteId !== null) return null;
  const byComment = placed.get(known) ?? new Map<string, readonly PlacedSentence[]>();
  placed.set(known, byComment);
  const sentences = byComment.get(place.commentId) ?? placeIn(topic, known, place.commentId);
  byComment.set(place.commentId, sentences);
  const best = nearestSentence(sentences, place.span);
  return best === null || best.isQuoted ? null : best.id;
}

function placeIn(topic: TrainingThread, known: MemoryKnown, commentId: string): readonly PlacedSentence[] {
  const comments = [...known.commentMap.values()].sort((a, b) => a.seq - b.seq || compareStrings(a.id, b.id));
  const at = comments.findIndex(({ id }) => id === commentId);
  const [comment, post] = [comments[at], topic.posts[at]];
  if (!comment || !post) throw new Error(`${topic.name}: ${commentId} is no post of it`);
  return placeSentences(post, comment.text);
}
