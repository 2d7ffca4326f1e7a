import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { Claim, Concept, Correction, Locution, Mention, Stance } from "../../src/model/claim.ts";
import { Author, Comment, CommentStatus, Source, Thread, Version } from "../../src/model/comment.ts";
import { Quote, QuoteMethod } from "../../src/model/quote.ts";
import { Relation, relationKinds } from "../../src/model/relation.ts";
import * as rows from "../../src/store/rows.ts";
import type { Row, Value } from "../../src/store/store.ts";

const text = fc.string({ unit: "grapheme" });
const id = fc.string({ unit: "grapheme", minLength: 1 });
const nullable = <Type>(one: fc.Arbitrary<Type>) => fc.option(one, { nil: null });
const count = fc.nat();
const share = fc.nat(1000).map((n) => n / 1000);
const span = fc
  .tuple(fc.nat(5000), fc.integer({ min: 1, max: 500 }))
  .map(([start, length]) => ({ start, end: start + length }));
const place = fc.record({ commentId: id, version: id, span });
const instant = fc
  .date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const inInput = {
  sourceId: text,
  file: text,
  record: nullable(text),
  field: nullable(text),
  start: count,
  end: count,
};
const origin = nullable(fc.record(inInput));
/** Words with the span that they fill. */
const words = fc
  .tuple(id, fc.nat(5000))
  .map(([own, start]) => ({ text: own, span: { start, end: start + own.length } }));

const source = fc.record(
  {
    id,
    file: text,
    format: text,
    host: text,
    captured: nullable(text),
    rank: count,
    authorId: nullable(text),
    bioKey: nullable(text),
    isComplete: fc.boolean(),
    diagnostics: fc.record({ errors: count, warnings: count, notes: count }),
  },
  {
    requiredKeys: [
      ...(["id", "file", "format", "host", "captured", "rank"] as const),
      ...(["authorId", "bioKey", "isComplete"] as const),
    ],
  },
);
const comment = fc.record({
  id,
  authorId: nullable(text),
  threadId: nullable(text),
  parentId: nullable(text),
  createdAt: nullable(instant),
  editedAt: nullable(instant),
  order: fc.record({ source: text, index: count }),
  seq: count,
  text,
  version: id,
  url: nullable(text),
  score: nullable(fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0)),
  status: fc.constantFrom(...CommentStatus.options),
  reactions: fc.array(
    fc.record({ by: nullable(text), kind: text, quote: nullable(text), sign: fc.constantFrom(-1, 0, 1) }),
  ),
  origin,
});
const version = fc.record(
  {
    id,
    commentId: id,
    text,
    at: nullable(instant),
    kind: fc.constantFrom("original" as const, "edit" as const, "extraction" as const),
    origin,
    offsets: fc.array(count),
    alsoIn: fc.array(fc.record({ ...inInput, offsets: fc.array(count) }), { minLength: 1 }),
  },
  { requiredKeys: ["id", "commentId", "text", "at", "kind", "origin", "offsets"] },
);
const quote = fc.record({
  id,
  commentId: id,
  version: id,
  span,
  text,
  how: fc.constantFrom(...QuoteMethod.options),
  score: share,
  speaker: nullable(text),
  speakerName: nullable(text),
  sourceId: nullable(text),
  source: nullable(place),
  answer: nullable(span),
  origin,
});
const locution = fc
  .record({
    words,
    id,
    commentId: id,
    version: id,
    leadIn: nullable(span),
    reported: nullable(span),
    quoteId: nullable(text),
    speaker: nullable(text),
    createdAt: nullable(text),
    claimId: id,
    origin,
  })
  .map(({ words: own, reported, ...rest }): Locution => ({ ...rest, ...(reported && { reported }), ...own }));
const claim = fc.record({ id, text: id, key: text });
const concept = fc.record({
  id,
  prefLabel: id,
  altLabels: fc.array(text),
  labels: fc.array(text),
  salience: share,
  broader: fc.constant([]),
});
const mention = fc.record({ id, conceptId: id, commentId: id, version: id, span, origin });
const stance = fc.record({
  id,
  authorId: id,
  target: fc.record({ kind: fc.constantFrom("claim" as const, "concept" as const), id }),
  stance: fc.constantFrom("for" as const, "against" as const, "neutral" as const),
  method: fc.constantFrom(
    "relation" as const,
    "reaction" as const,
    "vote" as const,
    "delta" as const,
    "human" as const,
  ),
  evidence: nullable(text),
  createdAt: nullable(text),
});
const correction = fc.record({
  id,
  by: text,
  at: nullable(text),
  action: fc.constantFrom("accept" as const, "reject" as const, "change" as const),
  target: fc.record({
    kind: fc.constantFrom("claim" as const, "concept" as const, "relation" as const, "quote" as const),
    id: text,
  }),
  value: nullable(text),
});
const relation = fc
  .record({
    kind: fc.constantFrom(...relationKinds),
    id,
    from: id,
    to: id,
    fromClaim: id,
    toClaim: id,
    confidence: share,
    method: text,
    evidence: fc.array(place),
    extractor: text,
    speaker: nullable(text),
    createdAt: nullable(text),
    attack: fc.constantFrom("rebut", "undermine", "undercut"),
    undercuts: nullable(text),
  })
  .map(({ attack, undercuts, ...shared }) =>
    Relation.parse(shared.kind === "disagrees-with" ? { ...shared, attack, undercuts } : shared),
  );

/** What an engine gives back of properties: those that are not null. */
function stored(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

const isScalar = (value: Value): boolean => ["string", "number", "boolean"].includes(typeof value);

/** Whether every engine may keep the value: a scalar, null, or a list of scalars of one type. */
function isProperty(value: Value): boolean {
  if (value === null || isScalar(value)) return true;
  return Array.isArray(value) && value.every(isScalar) && new Set(value.map((one) => typeof one)).size <= 1;
}

interface Case<Type> {
  readonly schema: z.ZodType;
  readonly records: fc.Arbitrary<Type>;
  readonly row: { write(record: Type): Row; read(row: Row): Type };
}

const one = <Type>(schema: z.ZodType, records: fc.Arbitrary<Type>, row: Case<Type>["row"]): Case<unknown> =>
  ({ schema, records, row }) as unknown as Case<unknown>;

const cases: Record<string, Case<unknown>> = {
  source: one(Source, source, rows.sourceRow),
  author: one(Author, fc.record({ id, name: text }), rows.authorRow),
  thread: one(Thread, fc.record({ id, title: nullable(text) }), rows.threadRow),
  comment: one(Comment, comment, rows.commentRow),
  version: one(Version, version, rows.versionRow),
  quote: one(Quote, quote, rows.quoteRow),
  locution: one(Locution, locution, rows.locutionRow),
  claim: one(Claim, claim, rows.claimRow),
  concept: one(Concept, concept, rows.conceptRow),
  mention: one(Mention, mention, rows.mentionRow),
  stance: one(Stance, stance, rows.stanceRow),
  correction: one(Correction, correction, rows.correctionRow),
  relation: one(Relation, relation, rows.relationRow),
};

describe("records as properties", () => {
  it.each(Object.entries(cases))(
    "reads back every %s as it was written",
    (_name, { schema, records, row }) => {
      fc.assert(
        fc.property(records, (record) => {
          const parsed = schema.parse(record);
          const properties = row.write(parsed);
          expect(Object.values(properties).every(isProperty)).toBe(true);
          expect(row.read(stored(properties))).toEqual(parsed);
        }),
      );
    },
  );

  it("refuses properties that make no record, and names the one", () => {
    expect(() => rows.commentRow.read({ id: "c9", text: "words" })).toThrow(
      expect.objectContaining({ code: "store.damaged", message: expect.stringContaining("c9") }),
    );
  });
});
