import type { z } from "zod";
import { AppError } from "../errors.ts";
import { Claim, Concept, Correction, Locution, Mention, Stance } from "../model/claim.ts";
import { Author, Comment, FurtherOrigin, Reaction, Source, Thread, Version } from "../model/comment.ts";
import type { Origin } from "../model/origin.ts";
import { Quote } from "../model/quote.ts";
import { Relation } from "../model/relation.ts";
import { Place, type Span } from "../model/span.ts";
import { searchText } from "./search-text.ts";
import type { Row, Value } from "./store.ts";

/**
 * How records become properties of nodes and relationships, and records again.
 *
 * A property is a string, a number, a boolean or a list of one of these, so nested values are flattened: a
 * span is two integers (`start`, `end`), an origin six properties (`originFile` …), a place four
 * (`sourceComment` …), and a reaction, a further origin or a piece of evidence one string of JSON in a list.
 * A property that is null is not stored, so reading takes what is absent as null. For every record
 * `read(write(record))` is the record.
 */
interface Flattening<Type> {
  readonly write: (record: Type) => Row;
  readonly read: (row: Row) => Type;
}

function flattening<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  write: (record: z.output<Schema>) => Row,
  read: (row: Row) => Row,
): Flattening<z.output<Schema>> {
  return {
    write,
    read: (row) => {
      const result = schema.safeParse(read(row));
      if (result.success) return result.data;
      throw new AppError(
        "store.damaged",
        `the store holds a ${name} that is none: ${JSON.stringify(row.id)}`,
        {
          hint: "Run `elenchus store rebuild`; it makes the graph again from the journal.",
          cause: result.error,
        },
      );
    },
  };
}

/** A property, or null where the store has none. */
const at = (row: Row, key: string): Value => row[key] ?? null;

/** Some properties under their own names, null where absent. */
export function pick(row: Row, ...keys: readonly string[]): Row {
  const picked: Record<string, Value> = {};
  for (const key of keys) picked[key] = at(row, key);
  return picked;
}

/** All properties but some. */
export function omit(row: Row, ...keys: readonly string[]): Row {
  const left: Record<string, Value> = {};
  for (const key in row) if (!keys.includes(key)) left[key] = at(row, key);
  return left;
}

/** The first row with the properties of the others. Spreading them took ten times as long. */
function joined(row: Row, ...others: readonly Row[]): Row {
  return Object.assign(row, ...others) as Row;
}

/** `start` and `end` without a prefix, else `leadInStart` and `leadInEnd` and such. */
const spanKeys = (prefix: string): readonly [string, string] =>
  prefix === "" ? ["start", "end"] : [`${prefix}Start`, `${prefix}End`];

function writeSpan(prefix: string, span: Span | null): Row {
  const [start, end] = spanKeys(prefix);
  return { [start]: span?.start ?? null, [end]: span?.end ?? null };
}

function readSpan(row: Row, prefix = ""): Row | null {
  const [start, end] = spanKeys(prefix);
  return at(row, start) === null ? null : { start: at(row, start), end: at(row, end) };
}

function writePlace(prefix: string, place: Place | null): Row {
  return {
    [`${prefix}Comment`]: place?.commentId ?? null,
    [`${prefix}Version`]: place?.version ?? null,
    ...writeSpan(prefix, place?.span ?? null),
  };
}

function readPlace(row: Row, prefix: string): Row | null {
  const commentId = at(row, `${prefix}Comment`);
  if (commentId === null) return null;
  return { commentId, version: at(row, `${prefix}Version`), span: readSpan(row, prefix) };
}

function writeOrigin(origin: Origin | null): Row {
  return {
    originSourceId: origin?.sourceId ?? null,
    originFile: origin?.file ?? null,
    originRecord: origin?.record ?? null,
    originField: origin?.field ?? null,
    originStart: origin?.start ?? null,
    originEnd: origin?.end ?? null,
  };
}

function readOrigin(row: Row): Row | null {
  if (at(row, "originFile") === null) return null;
  return {
    sourceId: at(row, "originSourceId"),
    file: at(row, "originFile"),
    record: at(row, "originRecord"),
    field: at(row, "originField"),
    start: at(row, "originStart"),
    end: at(row, "originEnd"),
  };
}

/** A list of strings of JSON: lists of values are properties, lists of records are not. */
function readEach(value: Value, read: (parts: unknown) => Row): Value {
  return Array.isArray(value) ? value.map((text) => read(JSON.parse(String(text)))) : [];
}

const list = (row: Row, key: string): Value => at(row, key) ?? [];

/** The fields of a record that are properties as they are: all but the nested ones. */
function flatKeys(schema: { unwrap(): { shape: object } }, ...nested: readonly string[]): readonly string[] {
  return Object.keys(schema.unwrap().shape).filter((key) => !nested.includes(key));
}

function same<Schema extends z.ZodType & { unwrap(): { shape: object } }>(name: string, schema: Schema) {
  const keys = flatKeys(schema);
  const write = (record: z.output<Schema>): Row => pick(record as Row, ...keys);
  return flattening(name, schema, write, (row) => pick(row, ...keys));
}

const sourceKeys = flatKeys(Source, "diagnostics");

export const sourceRow = flattening(
  "source",
  Source,
  (source) => ({
    ...pick(source as Row, ...sourceKeys),
    ...pick(source.diagnostics ?? {}, "errors", "warnings", "notes"),
  }),
  (row) => ({
    ...pick(row, ...sourceKeys),
    ...(at(row, "errors") !== null && { diagnostics: pick(row, "errors", "warnings", "notes") }),
  }),
);
const authorKeys = flatKeys(Author);

/** `nameKey` is what people are found by. */
export const authorRow = flattening(
  "author",
  Author,
  (author) => ({ ...pick(author, ...authorKeys), nameKey: author.name.toLowerCase() }),
  (row) => pick(row, ...authorKeys),
);
export const threadRow = same("thread", Thread);

const commentKeys = flatKeys(Comment, "order", "reactions", "origin");

export const commentRow = flattening(
  "comment",
  Comment,
  (comment) =>
    joined(
      pick(comment, ...commentKeys),
      {
        orderSource: comment.order.source,
        orderIndex: comment.order.index,
        reactions: comment.reactions.map(({ by, kind, quote, sign }) =>
          JSON.stringify([by, kind, quote, sign]),
        ),
      },
      writeOrigin(comment.origin),
    ),
  (row) => ({
    ...pick(row, ...commentKeys),
    order: { source: at(row, "orderSource"), index: at(row, "orderIndex") },
    reactions: readEach(at(row, "reactions"), (parts) => {
      const [by, kind, quote, sign] = parts as readonly Value[];
      return Reaction.parse({ by, kind, quote, sign });
    }),
    origin: readOrigin(row),
  }),
);

const versionKeys = flatKeys(Version, "offsets", "origin", "alsoIn");

/** How the strings of `alsoIn` begin that are of one source. */
export function furtherOriginsOf(sourceId: string): string {
  return `${JSON.stringify([sourceId]).slice(0, -1)},`;
}

function readFurtherOrigins(value: Value): Row {
  if (!Array.isArray(value)) return {};
  const read = readEach(value, (parts) => {
    const [sourceId, file, record, field, start, end, ...offsets] = parts as readonly Value[];
    return FurtherOrigin.parse({ sourceId, file, record, field, start, end, offsets });
  });
  return { alsoIn: read };
}

export const versionRow = flattening(
  "version",
  Version,
  (version) => ({
    ...pick(version as Row, ...versionKeys),
    offsets: version.offsets,
    alsoIn:
      version.alsoIn?.map(({ sourceId, file, record, field, start, end, offsets }) =>
        JSON.stringify([sourceId, file, record, field, start, end, ...offsets]),
      ) ?? null,
    ...writeOrigin(version.origin),
  }),
  (row) => ({
    ...pick(row, ...versionKeys),
    offsets: list(row, "offsets"),
    ...readFurtherOrigins(at(row, "alsoIn")),
    origin: readOrigin(row),
  }),
);

const quoteKeys = [
  "id",
  "commentId",
  "version",
  "text",
  "how",
  "score",
  "speaker",
  "speakerName",
  "sourceId",
] as const;

export const quoteRow = flattening(
  "quote",
  Quote,
  (quote) => ({
    ...pick(quote, ...quoteKeys),
    ...writeSpan("", quote.span),
    ...writePlace("source", quote.source),
    ...writeSpan("answer", quote.answer),
    ...writeOrigin(quote.origin),
  }),
  (row) => ({
    ...pick(row, ...quoteKeys),
    span: readSpan(row),
    source: readPlace(row, "source"),
    answer: readSpan(row, "answer"),
    origin: readOrigin(row),
  }),
);

const locutionKeys = flatKeys(Locution, "span", "leadIn", "reported", "extractors", "origin");

export const locutionRow = flattening(
  "locution",
  Locution,
  (locution) =>
    joined(
      pick(locution as Row, ...locutionKeys),
      writeSpan("", locution.span),
      writeSpan("leadIn", locution.leadIn),
      writeSpan("reported", locution.reported ?? null),
      { extractors: locution.extractors ?? null },
      writeOrigin(locution.origin),
    ),
  (row) => ({
    ...pick(row, ...locutionKeys),
    span: readSpan(row),
    leadIn: readSpan(row, "leadIn"),
    ...(at(row, "reportedStart") !== null && { reported: readSpan(row, "reported") }),
    ...(at(row, "extractors") !== null && { extractors: at(row, "extractors") }),
    origin: readOrigin(row),
  }),
);

const claimKeys = flatKeys(Claim);

/** `searchText` is derived from the words and never read back. */
export const claimRow = flattening(
  "claim",
  Claim,
  (claim) => joined(pick(claim, ...claimKeys), { searchText: searchText([claim.text]) }),
  (row) => pick(row, ...claimKeys),
);

const conceptKeys = flatKeys(Concept, "altLabels", "labels", "broader");

/** `broader` stands as relationships, not as a property: reading needs the ids beside the properties. */
export const conceptRow = flattening(
  "concept",
  Concept,
  (concept) => ({
    ...pick(concept, ...conceptKeys),
    altLabels: concept.altLabels,
    labels: concept.labels,
    searchText: searchText(concept.labels.length > 0 ? concept.labels : [concept.prefLabel]),
  }),
  (row) => ({
    ...pick(row, ...conceptKeys),
    altLabels: list(row, "altLabels"),
    labels: list(row, "labels"),
    broader: list(row, "broader"),
  }),
);

const mentionKeys = flatKeys(Mention, "span", "origin");

/** The two ends of a mention are those of its relationship; both ids are kept as properties too. */
export const mentionRow = flattening(
  "mention",
  Mention,
  (mention) =>
    joined(pick(mention, ...mentionKeys), writeSpan("", mention.span), writeOrigin(mention.origin)),
  (row) => ({
    ...pick(row, ...mentionKeys),
    span: readSpan(row),
    origin: readOrigin(row),
  }),
);

const stanceKeys = flatKeys(Stance, "target", "extractor");

export const stanceRow = flattening(
  "stance",
  Stance,
  (stance) => ({
    ...pick(stance as Row, ...stanceKeys),
    extractor: stance.extractor ?? null,
    targetKind: stance.target.kind,
    targetId: stance.target.id,
  }),
  (row) => ({
    ...pick(row, ...stanceKeys),
    ...(at(row, "extractor") !== null && { extractor: at(row, "extractor") }),
    target: { kind: at(row, "targetKind"), id: at(row, "targetId") },
  }),
);

const correctionKeys = flatKeys(Correction, "target");

export const correctionRow = flattening(
  "correction",
  Correction,
  (correction) => ({
    ...pick(correction, ...correctionKeys),
    targetKind: correction.target.kind,
    targetId: correction.target.id,
  }),
  (row) => ({
    ...pick(row, ...correctionKeys),
    target: { kind: at(row, "targetKind"), id: at(row, "targetId") },
  }),
);

const relationKeys = [
  ...["id", "confidence", "method", "extractor", "speaker", "createdAt", "fromClaim", "toClaim"],
] as const;

/**
 * The kind is the relationship's type and stands as a property `kind` too; the locutions, which the relation ends
 * on, are `fromLocution` and `toLocution`.
 */
export const relationRow = flattening(
  "relation",
  Relation,
  (relation) =>
    joined(pick(relation as Row, ...relationKeys), {
      kind: relation.kind,
      fromLocution: relation.from,
      toLocution: relation.to,
      evidence: relation.evidence.map(({ commentId, version, span }) =>
        JSON.stringify([commentId, version, span.start, span.end]),
      ),
      attack: relation.kind === "disagrees-with" ? relation.attack : null,
      undercuts: relation.kind === "disagrees-with" ? relation.undercuts : null,
    }),
  (row) => ({
    ...pick(row, ...relationKeys),
    kind: at(row, "kind"),
    from: at(row, "fromLocution"),
    to: at(row, "toLocution"),
    evidence: readEach(at(row, "evidence"), (parts) => {
      const [commentId, version, start, end] = parts as readonly Value[];
      return Place.parse({ commentId, version, span: { start, end } });
    }),
    ...(at(row, "kind") === "disagrees-with" ? pick(row, "attack", "undercuts") : {}),
  }),
);
