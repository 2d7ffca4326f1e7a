import type { Change, Write } from "../../src/model/change.ts";
import type { Claim, Concept, Correction, Locution, Mention, Stance } from "../../src/model/claim.ts";
import type { Author, Comment, Source, Thread, Version } from "../../src/model/comment.ts";
import { locutionId, quoteId, relationId, stanceId, versionId } from "../../src/model/id.ts";
import type { Quote } from "../../src/model/quote.ts";
import type { Relation, RelationKind } from "../../src/model/relation.ts";

/** Builders of records for tests of the store: small, whole and different where it matters. */

export const change = (...writes: readonly Write[]): Change => ({ writes });

export const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  file: `${id}.jsonl`,
  format: "jsonl",
  host: "forum",
  captured: null,
  rank: 0,
  authorId: null,
  bioKey: null,
  isComplete: true,
  ...more,
});

export const author = (id: string): Author => ({ id, name: `Name of ${id}` });

export const thread = (id: string, title: string | null = null): Thread => ({ id, title });

export const comment = (id: string, seq: number, more: Partial<Comment> = {}): Comment => {
  const text = more.text ?? `The words of ${id}. They are two sentences.`;
  return {
    id,
    authorId: null,
    threadId: null,
    parentId: null,
    createdAt: null,
    editedAt: null,
    order: { source: "s1", index: seq },
    seq,
    text,
    version: versionId(text),
    url: null,
    score: null,
    status: "live",
    reactions: [],
    origin: null,
    ...more,
  };
};

export const version = ({ id, text, version: own }: Comment, more: Partial<Version> = {}): Version => ({
  id: own,
  commentId: id,
  text,
  at: null,
  kind: "original",
  origin: null,
  offsets: [0, 0, text.length],
  ...more,
});

/**
 * The locution of the first `length` characters from `start`, stating a claim of its own unless told
 * otherwise.
 */
export const locution = (of: Comment, start: number, end: number, more: Partial<Locution> = {}): Locution => {
  const id = locutionId(of.id, of.version, start, end);
  return {
    id,
    commentId: of.id,
    version: of.version,
    span: { start, end },
    text: of.text.slice(start, end),
    leadIn: null,
    quoteId: null,
    speaker: of.authorId,
    createdAt: of.createdAt,
    claimId: id,
    origin: null,
    ...more,
  };
};

export const claim = (from: Locution): Claim => ({
  id: from.claimId,
  text: from.text,
  key: from.text.toLowerCase(),
});

export const relation = (kind: RelationKind, from: Locution, to: Locution, more: object = {}): Relation =>
  ({
    kind,
    id: relationId("rules", from.id, to.id),
    from: from.id,
    to: to.id,
    fromClaim: from.claimId,
    toClaim: to.claimId,
    confidence: 0.625,
    method: "R2",
    evidence: [{ commentId: from.commentId, version: from.version, span: from.span }],
    extractor: "rules",
    speaker: from.speaker,
    createdAt: from.createdAt,
    ...(kind === "disagrees-with" ? { attack: "rebut", undercuts: null } : {}),
    ...more,
  }) as Relation;

export const quote = (of: Comment, start: number, end: number, more: Partial<Quote> = {}): Quote => ({
  id: quoteId(of.id, of.version, start, end),
  commentId: of.id,
  version: of.version,
  span: { start, end },
  text: of.text.slice(start, end),
  how: "markup",
  score: 0.97,
  speaker: null,
  speakerName: null,
  sourceId: null,
  source: null,
  answer: null,
  origin: null,
  ...more,
});

export const concept = (id: string, more: Partial<Concept> = {}): Concept => ({
  id,
  prefLabel: id,
  altLabels: [],
  labels: [id, ...(more.altLabels ?? [])],
  salience: 0.5,
  broader: [],
  ...more,
});

export const mention = (
  of: Comment,
  conceptId: string,
  start: number,
  end: number,
  more: Partial<Mention> = {},
): Mention => ({
  id: `${of.id}-${conceptId}-${start}`,
  conceptId,
  commentId: of.id,
  version: of.version,
  span: { start, end },
  origin: null,
  ...more,
});

export const stance = (authorId: string, target: Stance["target"], more: Partial<Stance> = {}): Stance => ({
  id: stanceId(authorId, target.id, more.method ?? "relation", more.evidence ?? ""),
  authorId,
  target,
  stance: "against",
  method: "relation",
  evidence: null,
  createdAt: null,
  ...more,
});

export const correction = (id: string, more: Partial<Correction> = {}): Correction => ({
  id,
  by: "reader",
  at: null,
  action: "reject",
  target: { kind: "claim", id: "k1" },
  value: null,
  ...more,
});
