import type { Extractor } from "../../../src/extraction/extractor.ts";
import * as extractors from "../../../src/extraction/registry.ts";
import { shippedGlossary } from "../../../src/extraction/rules/glossary.ts";
import type { AnswerStance } from "../../../src/extraction/rules/stance/stance-of-answer.ts";
import { stanceOfReply } from "../../../src/extraction/rules/stance/stance-of-reply.ts";
import {
  type ContextComment,
  type Extraction,
  noContext,
  type ProposedRelation,
} from "../../../src/model/extraction.ts";
import type { SegmentedComment } from "../../../src/model/segment.ts";
import { segment } from "../../../src/segmentation/segment.ts";
import { type PairRelation, relationOfPair } from "./relation-of-pair.ts";
import { standpointOf } from "./standpoint.ts";

/**
 * How a reply stands to the comment that it answers, where people disagree by `forum` likelier than usual, in
 * log odds.
 */
export type StanceReader = (reply: string, parent: string, forum?: number) => Promise<AnswerStance>;
/** What a statement is to an earlier one. */
export type PairReader = (later: string, earlier: string) => Promise<PairRelation>;

/** How probable it is that a text takes a side. */
type StandpointReader = (text: string) => Promise<number>;

/**
 * What is measured: an extractor, and how it tells the stance of a reply, the relation of two statements and
 * whether a text takes a side.
 */
export interface MeasuredExtractor {
  readonly extractor: Extractor;
  readonly stance: StanceReader;
  readonly relation: PairReader;
  readonly standpoint: StandpointReader;
}

/** Builds the extractor with an id; null where there is none. */
export async function measuredExtractor(id: string): Promise<MeasuredExtractor | null> {
  const factory = Object.entries(extractors).find(([name]) => name === id)?.[1];
  if (factory === undefined) return null;
  const extractor = await factory({ glossary: shippedGlossary });
  // The rules have a function for each question; what another extractor thinks shows in what it draws.
  return id === "rules"
    ? {
        extractor,
        stance: async (reply, parent, forum) => stanceOfReply(reply, parent, forum),
        relation: async (later, earlier) => relationOfPair(later, earlier),
        standpoint: (text) => standpointOf(commentOf("text", text, null)),
      }
    : readersOf(extractor);
}

/** Reads stance and relation off what any extractor draws between a comment and its parent. */
export function readersOf(extractor: Extractor): MeasuredExtractor {
  const draw = (reply: string, parent: string) => drawReply(extractor, reply, parent);
  return {
    extractor,
    stance: async (reply, parent) => stanceOf(await draw(reply, parent)),
    relation: async (later, earlier) => relationOf((await draw(later, earlier)).relations),
    standpoint: async (text) => {
      const { statements } = await extractor.extract(commentOf("text", text, null), {
        ancestors: [],
        quoted: [],
      });
      return statements.length > 0 ? 1 : 0;
    },
  };
}

/** A text as a comment of its own, cut into segments; `parentId` names the comment that it answers. */
export function commentOf(id: string, text: string, parentId: string | null): SegmentedComment {
  return {
    id,
    version: id,
    text,
    authorId: `author of ${id}`,
    parentId,
    threadId: null,
    createdAt: null,
    segments: segment(text, []),
    quotes: [],
  };
}

/** Extracts a parent and then its reply, and keeps of the reply what it draws to the parent. */
async function drawReply(extractor: Extractor, reply: string, parent: string): Promise<Extraction> {
  const above = commentOf("parent", parent, null);
  const { statements } = await extractor.extract(above, noContext);
  const context: ContextComment = { ...above, statements };
  const drawn = await extractor.extract(commentOf("reply", reply, "parent"), {
    ancestors: [context],
    quoted: [],
  });
  return {
    ...drawn,
    relations: drawn.relations.filter(({ to }) => to.commentId === "parent"),
    stances: drawn.stances.filter(({ toward }) => toward.commentId === "parent"),
  };
}

/** The stance that most confidence was drawn for. What nothing speaks for is neutral. */
function stanceOf({ relations, stances }: Extraction): AnswerStance {
  const isFor = ({ to }: ProposedRelation): boolean =>
    stances.some(({ stance, toward }) => stance === "for" && toward.span.start === to.span.start);
  const against = mostOf(relations.filter(({ kind }) => kind === "disagrees-with"));
  const agrees = mostOf(relations.filter((one) => one.kind !== "disagrees-with" && isFor(one)));
  const whole = Math.max(1, against + agrees);
  return {
    against: against / whole,
    for: agrees / whole,
    neutral: Math.max(0, 1 - (against + agrees) / whole),
  };
}

function relationOf(relations: readonly ProposedRelation[]): PairRelation {
  const of = (...kinds: readonly ProposedRelation["kind"][]): number =>
    mostOf(relations.filter(({ kind }) => kinds.includes(kind)));
  const [support, attack, rephrase] = [of("supports", "responds-to"), of("disagrees-with"), of("refines")];
  const whole = Math.max(1, support + attack + rephrase);
  const none = Math.max(0, 1 - (support + attack + rephrase) / whole);
  return { support: support / whole, attack: attack / whole, rephrase: rephrase / whole, none };
}

const mostOf = (relations: readonly ProposedRelation[]): number =>
  Math.max(0, ...relations.map(({ confidence }) => confidence));
