import { readdirSync } from "node:fs";
import { cypherFile } from "../../src/store/cypher-files.ts";
import { furtherOriginsOf } from "../../src/store/rows.ts";
import type { Parameters, Row, StoreReader } from "../../src/store/store.ts";
import { readingWith } from "./reading-with.ts";

/**
 * Files of a folder that both engines run: those without an engine's name, but for the store's own
 * bookkeeping.
 */
export function sharedFiles(folder: "creates" | "queries" | "reads" | "writes"): readonly string[] {
  const names = readdirSync(new URL(`../../cypher/${folder}/`, import.meta.url));
  return names
    .filter((name) => /^[\w-]+\.cypher$/u.test(name))
    .map((name) => name.slice(0, -".cypher".length))
    .filter((id) => id !== "store-meta");
}

/** A reader that notes which files it ran. */
export function noting(reader: StoreReader, ran: Set<string>): StoreReader {
  return readingWith(reader, (id, parameters) => {
    ran.add(id);
    return reader.run(id, parameters);
  });
}

/** The ids of everything in a store, by kind, and what else the questions name. */
export interface Subjects {
  readonly ids: Readonly<
    Record<
      | "author"
      | "claim"
      | "comment"
      | "concept"
      | "locution"
      | "quote"
      | "relation"
      | "source"
      | "stance"
      | "thread",
      readonly string[]
    >
  >;
  readonly names: readonly string[];
  readonly concepts: readonly string[];
  readonly texts: readonly string[];
  readonly keys: readonly string[];
  readonly moments: readonly {
    readonly threadId: string;
    readonly createdAt: string | null;
    readonly seq: number;
  }[];
  readonly fingerprints: readonly string[];
}

/** Gathers the subjects from all records of a store. */
export async function subjectsOf(reader: StoreReader): Promise<Subjects> {
  const ids: Record<keyof Subjects["ids"], string[]> = {
    author: [],
    claim: [],
    comment: [],
    concept: [],
    locution: [],
    quote: [],
    relation: [],
    source: [],
    stance: [],
    thread: [],
  };
  const found = {
    names: [] as string[],
    concepts: [] as string[],
    texts: [] as string[],
    keys: [] as string[],
    moments: [] as Subjects["moments"][number][],
    fingerprints: new Set<string>(["another"]),
  };
  for await (const record of reader.records()) {
    const kind = record.array.slice(0, -1);
    if (kind in ids) ids[kind as keyof typeof ids].push(record.element.id);
    if (record.array === "authors") found.names.push(record.element.name);
    if (record.array === "concepts") found.concepts.push(record.element.prefLabel);
    if (record.array === "claims") {
      found.texts.push(record.element.text);
      found.keys.push(record.element.key);
    }
    if (record.array === "comments") {
      const { threadId, createdAt, seq, fingerprint } = record.element;
      if (threadId !== null) found.moments.push({ threadId, createdAt, seq });
      if (fingerprint !== null) found.fingerprints.add(fingerprint);
    }
  }
  return { ids, ...found, fingerprints: [...found.fingerprints] };
}

/** At most so many of a list, from its beginning to its end. */
function spread<Type>(list: readonly Type[], most: number): readonly Type[] {
  const step = Math.max(1, list.length / most);
  return Array.from({ length: Math.min(most, list.length) }, (_, at) => list[Math.floor(at * step)]).filter(
    (one) => one !== undefined,
  );
}

/** Where the comment can be read that the parity tests map beside the example. */
export const restatedUrl = "https://forum.example/again";

/** Inputs for each query of the product, by its id. */
export function queryInputs({
  ids,
  names,
  concepts,
  texts,
}: Subjects): Readonly<Record<string, readonly object[]>> {
  const kinds = ["disagrees-with", "refines", "responds-to", "supports"];
  const some = spread(concepts, 5);
  const few = spread(names, 3);
  const layers = ["rules", "llm"];
  return {
    authors: [{}, { limit: 1 }, { limit: 3 }],
    claims: [
      {},
      { limit: 3 },
      ...kinds.map((kind) => ({ kind })),
      ...some.map((concept) => ({ concept })),
      ...names.map((author) => ({ author })),
      ...few.flatMap((author) => kinds.map((kind) => ({ author, kind, limit: 5 }))),
      ...some.flatMap((concept) => few.map((author) => ({ concept, author }))),
      ...[{}, { kind: "disagrees-with" }, { author: names[0] }].map((more) => ({
        ...more,
        relations: "all",
      })),
      { concept: "no such concept" },
      // A label without a word is looked for in another way.
      { concept: "?!" },
      ...layers.flatMap((extractor) => [
        { extractor },
        { extractor, kind: "responds-to" },
        ...few.map((author) => ({ extractor, author })),
        ...some.map((concept) => ({ extractor, concept, kind: "disagrees-with" })),
      ]),
    ],
    comment: [
      ...[...spread(ids.comment, 8), "nothing"].map((id) => ({ id })),
      ...layers.flatMap((extractor) => spread(ids.comment, 4).map((id) => ({ id, extractor }))),
    ],
    compare: [
      { a: "rules", b: "llm" },
      { a: "llm", b: "rules", limit: 2 },
      { a: "rules", b: "none" },
    ],
    concepts: [{}, { limit: 1 }, { limit: 7 }],
    debate: [
      ...some.flatMap((a) => some.filter((b) => a < b).map((b) => ({ a, b }))),
      { a: "reward", b: "self-supervised learning", limit: 10 },
      { a: "reward", b: "self-supervised learning", relations: "all" },
      { a: "no such words", b: "model" },
    ],
    search: [...some, ...spread(texts, 4), "reward", "nothing at all (", "zzz"].flatMap((text) => [
      { text, limit: 500 },
      { text, kind: "claim", limit: 500 },
      { text, kind: "concept", limit: 500 },
    ]),
    show: [
      ...Object.values(ids).flatMap((list) => spread(list, 5)),
      ...ids.locution.filter((id) => !ids.claim.includes(id)),
      ids.claim[0]?.slice(0, 3) ?? "",
      restatedUrl,
      "nothing",
    ].flatMap((id) => [{ id }, ...layers.map((extractor) => ({ id, extractor, relations: "all" }))]),
    similar: [
      ...spread(ids.claim, 8).flatMap((claim) => [
        { claim, min: 0.05 },
        { claim, min: 0.1, limit: 3, extractor: "llm" },
        ...few.map((author) => ({ claim, min: 0.05, author })),
      ]),
      ...spread(texts, 3).map((text) => ({ text, limit: 500 })),
      { text: "zzz" },
      { claim: "nothing" },
    ],
    sources: [{}],
    summary: [
      {},
      { limit: 1 },
      { limit: 50 },
      { relations: "all" },
      ...layers.map((extractor) => ({ extractor })),
    ],
    trace: [
      ...spread(ids.claim, 12).flatMap((claim) => [{ claim }, { claim, extractor: "llm", relations: "all" }]),
      ...few.flatMap((author) => spread(texts, 3).map((claim) => ({ claim, author }))),
      { claim: "no such claim" },
    ],
  };
}

/** Parameters with which each read is asked: everything at once, one page, and nothing. */
export function readParameters(
  id: string,
  { ids, names, keys, moments, fingerprints }: Subjects,
  rows: { readonly relations: readonly Row[]; readonly stances: readonly Row[] },
): readonly Parameters[] {
  const all = Object.values(ids).flat();
  const { parameters } = cypherFile(["reads"], id, "embedded");
  const middle = [...all].sort()[Math.floor(all.length / 2)] ?? "";
  if (parameters.includes("ids")) return [{ ids: all }, { ids: all.slice(0, 7) }, { ids: [] }];
  if (parameters.includes("keys")) return [{ keys: [...keys, "none"] }, { keys: [] }];
  if (parameters.includes("after"))
    return ["", middle, "\uffff"].flatMap((after) => [7, 20_000].map((limit) => ({ after, limit })));
  if (parameters.includes("rows"))
    return [{ rows: id === "records-relations" ? rows.relations : rows.stances }];
  if (parameters.includes("threadId")) return moments.map((moment) => ({ ...moment, limit: 5 }));
  if (parameters.includes("name"))
    return ids.author.map((author, at) => ({ id: author, name: names[at] ?? "", reaction: `["${author}",` }));
  if (id === "known-is-read") return fingerprints.map((fingerprint) => ({ fingerprint }));
  if (parameters.includes("fingerprint"))
    return fingerprints.map((fingerprint) => ({ from: 0, to: 1000, fingerprint }));
  if (parameters.includes("from"))
    return [
      { from: 0, to: 1000 },
      { from: 3, to: 5 },
    ];
  if (parameters.includes("also"))
    return ids.source.map((source) => ({ id: source, also: furtherOriginsOf(source) }));
  if (parameters.includes("id")) return ids.source.map((source) => ({ id: source }));
  return [{}];
}
