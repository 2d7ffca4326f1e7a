/** A type of the import tool's headers. `long` and `double` are the whole and the floating numbers of Neo4j. */
type FieldType = "string" | "long" | "double" | "boolean" | "string[]" | "long[]";

/** Properties with their types, in the order of the columns. */
export type Fields = Readonly<Record<string, FieldType>>;

/** The nodes of one label. `key` is the property that relationships name them by. */
export interface NodeTable {
  readonly label: string;
  readonly key: string;
  readonly fields: Fields;
}

/** The relationships of one type between two labels. */
export interface RelationshipTable {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly fields: Fields;
}

const origin = {
  originSourceId: "string",
  originFile: "string",
  originRecord: "string",
  originField: "string",
  originStart: "long",
  originEnd: "long",
} as const satisfies Fields;

const node = (label: string, fields: Fields, key = "id"): NodeTable => ({ label, key, fields });

/** What the store keeps on nodes (src/store/rows.ts). The key stands in a column of its own. */
export const nodeTables = {
  Source: node("Source", {
    file: "string",
    format: "string",
    host: "string",
    captured: "string",
    rank: "long",
    authorId: "string",
    bioKey: "string",
    isComplete: "boolean",
    errors: "long",
    warnings: "long",
    notes: "long",
  }),
  Author: node("Author", { name: "string", nameKey: "string" }),
  Thread: node("Thread", { title: "string" }),
  Comment: node("Comment", {
    authorId: "string",
    threadId: "string",
    parentId: "string",
    createdAt: "string",
    editedAt: "string",
    seq: "long",
    text: "string",
    version: "string",
    url: "string",
    score: "double",
    status: "string",
    orderSource: "string",
    orderIndex: "long",
    reactions: "string[]",
    ...origin,
    terms: "string[]",
    language: "string",
    fingerprints: "string[]",
    termLayers: "string[]",
  }),
  Version: node(
    "Version",
    {
      id: "string",
      commentId: "string",
      text: "string",
      at: "string",
      kind: "string",
      offsets: "long[]",
      alsoIn: "string[]",
      ...origin,
    },
    "key",
  ),
  Quote: node("Quote", {
    commentId: "string",
    version: "string",
    text: "string",
    how: "string",
    score: "double",
    speaker: "string",
    speakerName: "string",
    sourceId: "string",
    start: "long",
    end: "long",
    sourceComment: "string",
    sourceVersion: "string",
    sourceStart: "long",
    sourceEnd: "long",
    answerStart: "long",
    answerEnd: "long",
    ...origin,
  }),
  Locution: node("Locution", {
    commentId: "string",
    version: "string",
    text: "string",
    quoteId: "string",
    speaker: "string",
    createdAt: "string",
    claimId: "string",
    start: "long",
    end: "long",
    leadInStart: "long",
    leadInEnd: "long",
    reportedStart: "long",
    reportedEnd: "long",
    extractors: "string[]",
    ...origin,
  }),
  Claim: node("Claim", { text: "string", key: "string", searchText: "string" }),
  Concept: node("Concept", {
    prefLabel: "string",
    salience: "double",
    altLabels: "string[]",
    labels: "string[]",
    searchText: "string",
  }),
  Correction: node("Correction", {
    by: "string",
    at: "string",
    action: "string",
    value: "string",
    targetKind: "string",
    targetId: "string",
  }),
  Layer: node("Layer", { rank: "long" }),
  // Says that the database holds a graph; without it the store would take it for an empty one.
  StoreMeta: node("StoreMeta", { revision: "long" }),
} as const;
export type Label = keyof typeof nodeTables;

const relation = {
  id: "string",
  fromLocution: "string",
  toLocution: "string",
  confidence: "double",
  method: "string",
  evidence: "string[]",
  extractor: "string",
  speaker: "string",
  createdAt: "string",
  attack: "string",
  undercuts: "string",
} as const satisfies Fields;

const stance = {
  id: "string",
  stance: "string",
  method: "string",
  evidence: "string",
  extractor: "string",
  createdAt: "string",
} as const satisfies Fields;

const link = (type: string, from: Label, to: Label, fields: Fields = {}): RelationshipTable => ({
  type,
  from,
  to,
  fields,
});

/** What the store keeps on relationships, by the name of the file. */
export const relationshipTables = {
  WROTE: link("WROTE", "Author", "Comment"),
  IN_THREAD: link("IN_THREAD", "Comment", "Thread"),
  REPLIES_TO: link("REPLIES_TO", "Comment", "Comment"),
  HAS_VERSION: link("HAS_VERSION", "Comment", "Version"),
  HAS_QUOTE: link("HAS_QUOTE", "Comment", "Quote"),
  QUOTES: link("QUOTES", "Comment", "Comment", {
    id: "string",
    version: "string",
    start: "long",
    end: "long",
    how: "string",
    score: "double",
    sourceVersion: "string",
    sourceStart: "long",
    sourceEnd: "long",
    answerStart: "long",
    answerEnd: "long",
  }),
  HAS: link("HAS", "Comment", "Locution"),
  SAID: link("SAID", "Author", "Locution"),
  STATES: link("STATES", "Locution", "Claim"),
  ABOUT: link("ABOUT", "Claim", "Concept"),
  BROADER: link("BROADER", "Concept", "Concept"),
  MENTIONS: link("MENTIONS", "Comment", "Concept", {
    id: "string",
    version: "string",
    start: "long",
    end: "long",
    ...origin,
  }),
  DISAGREES_WITH: link("DISAGREES_WITH", "Claim", "Claim", relation),
  REFINES: link("REFINES", "Claim", "Claim", relation),
  RESPONDS_TO: link("RESPONDS_TO", "Claim", "Claim", relation),
  SUPPORTS: link("SUPPORTS", "Claim", "Claim", relation),
  "HOLDS-Claim": link("HOLDS", "Author", "Claim", stance),
  "HOLDS-Concept": link("HOLDS", "Author", "Concept", stance),
  "SHOWS-Claim": link("SHOWS", "Locution", "Claim"),
  "SHOWS-Concept": link("SHOWS", "Locution", "Concept"),
} as const;
export type RelationshipFile = keyof typeof relationshipTables;
