import * as queries from "../../src/queries/registry.ts";
import type { StoreReader } from "../../src/store/store.ts";
import type { BigGraph } from "./big-graph.ts";

/** A query with one input. Questions of one name are measured together. */
export interface Question {
  readonly name: string;
  ask(reader: StoreReader): Promise<unknown>;
}

const { claims, comment, concepts, debate, search, show, similar, summary, trace } = queries;

/** Where in a list ordered by how much is said the inputs are taken: the first, some near it, and the tail. */
const shares = [0, 0.0005, 0.005, 0.05, 0.2, 0.4, 0.6, 0.8, 0.99] as const;

/** All shipped queries with a fixed set of inputs each, from what is named most to what is named least. */
export function questionsOf({ authors, concepts: allConcepts, entries }: BigGraph): readonly Question[] {
  const labels = spread(allConcepts).map(({ prefLabel }) => prefLabel);
  const people = spread(authors).map(({ id }) => id);
  const some = spread(entries);
  const from =
    <Input>(name: string, ask: (reader: StoreReader, input: Input) => Promise<unknown>) =>
    (inputs: readonly Input[]): readonly Question[] =>
      inputs.map((input) => ({ name, ask: (reader) => ask(reader, input) }));
  return [
    ...from("summary", (reader, limit: number) => summary.run(reader, { limit }))([5, 20]),
    ...from("concepts", (reader, limit: number) => concepts.run(reader, { limit }))([50, 200]),
    ...from("claims (all)", (reader, limit: number) => claims.run(reader, { ...any, limit }))([50]),
    ...from("claims of a kind", (reader, kind: "refines" | "disagrees-with") =>
      claims.run(reader, { ...any, kind }),
    )(["refines", "disagrees-with"]),
    ...from("claims about a concept", (reader, concept: string) => claims.run(reader, { ...any, concept }))(
      labels,
    ),
    ...from("claims of a person", (reader, author: string) => claims.run(reader, { ...any, author }))(people),
    ...from("comment", (reader, id: string) => comment.run(reader, { id }))(
      some.map((one) => one.comment.id),
    ),
    ...from("show claim", (reader, id: string) => show.run(reader, { id }))(
      some.map((one) => one.locution.claimId),
    ),
    ...from("show concept", (reader, id: string) => show.run(reader, { id }))(
      spread(allConcepts).map(({ id }) => id),
    ),
    ...from("similar (compares all)", (reader, claim: string) =>
      similar.run(reader, similar.input.parse({ claim })),
    )(some.map((one) => one.locution.claimId)),
    ...from("trace", (reader, claim: string) => trace.run(reader, { claim, author: null, limit: 20 }))(
      some.map((one) => one.locution.claimId),
    ),
    ...from("debate", (reader, [a, b]: readonly [string, string]) =>
      debate.run(reader, { a, b, limit: 120 }),
    )(labels.map((label, index) => [label, labels[(index + 1) % labels.length] ?? label])),
    ...from("search", (reader, text: string) => search.run(reader, { text, kind: null, limit: 20 }))([
      ...labels,
      ...some.map((one) => one.locution.text),
    ]),
  ];
}

/** What a reader of the page asks for in turn: claims, comments, concepts and words of them. */
export function questionPaths({ concepts: allConcepts, entries }: BigGraph): readonly string[] {
  const some = spread(entries);
  return [
    ...some.map((one) => `show/${one.locution.claimId}`),
    ...some.map((one) => `comments/${encodeURIComponent(one.comment.id)}`),
    ...spread(allConcepts).map(({ prefLabel }) => `claims?concept=${encodeURIComponent(prefLabel)}`),
    ...spread(allConcepts).map(({ prefLabel }) => `search?text=${encodeURIComponent(prefLabel)}`),
  ];
}

const any = { concept: null, author: null, kind: null, limit: 50 } as const;

/** Different items: of a short list some shares are the same. */
function spread<Item>(items: readonly Item[]): readonly Item[] {
  const places = new Set(shares.map((share) => Math.floor(items.length * share)));
  return [...places].map((place) => items[place]).filter((item) => item !== undefined);
}
