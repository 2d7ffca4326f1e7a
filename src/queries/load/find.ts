import { z } from "zod";
import { AppError } from "../../errors.ts";
import { searchText } from "../../store/search-text.ts";
import type { StoreReader } from "../../store/store.ts";
import { Id, readRows, unique } from "../read-rows.ts";
import { readPeople } from "./people.ts";
import { topAuthors } from "./top-authors.ts";

const ConceptRow = z.object({ id: Id, label: z.string(), labels: z.array(z.string()), salience: z.number() });
const AuthorRow = z.object({ id: Id, name: z.string() });
const NamedRow = z.object({ id: Id });
const suggestions = 3;
/** Concepts with a word in common that are looked for at first. */
const firstLooked = 1000;

export interface FoundConcept {
  readonly id: string;
  readonly label: string;
  readonly labels: readonly string[];
}

/**
 * The concepts that have a label, in any case, or an id; the most salient first. Where none has it, the singular
 * or plural is tried. Empty where none fits.
 */
export async function findConcepts(store: StoreReader, asked: string): Promise<readonly FoundConcept[]> {
  const label = asked.toLowerCase().replace(/\s+/g, " ");
  const variants = label.endsWith("s") ? [label.slice(0, -1), label.replace(/es$/, "")] : [`${label}s`];
  const near = await conceptsWithWords(store, asked, [label, ...variants]);
  const called = (labels: readonly string[]): readonly FoundConcept[] =>
    near.filter((it) => it.id === asked || it.labels.some((form) => labels.includes(form.toLowerCase())));
  const exact = called([label]);
  if (exact.length > 0) return exact;
  return called(variants);
}

/**
 * All concepts with a word of some labels, the first of which is asked for, and the one that has an id; the
 * most salient first.
 *
 * No engine indexes what stands in a list, so labels are found by the full-text index, which holds the words
 * of all of them. Labels without a word, of signs alone, are looked for in all concepts.
 */
async function conceptsWithWords(
  store: StoreReader,
  id: string,
  labels: readonly string[],
): Promise<readonly FoundConcept[]> {
  if (searchText(labels.slice(0, 1)) === "")
    return readRows(store, "concepts-by-label", { labels, id }, ConceptRow);
  let limit = firstLooked;
  let hits = await store.search(labels.join(" "), { limit, kind: "concept" });
  while (hits.length === limit) {
    limit *= 8;
    hits = await store.search(labels.join(" "), { limit, kind: "concept" });
  }
  return readRows(store, "concept-labels", { ids: unique([id, ...hits.map((hit) => hit.id)]) }, ConceptRow);
}

/** @throws AppError `query.no-match` where no concept has the label or id. */
export async function requireConcepts(store: StoreReader, asked: string): Promise<readonly FoundConcept[]> {
  const found = await findConcepts(store, asked);
  if (found.length > 0) return found;
  throw new AppError("query.no-match", `no concept is called "${asked}"`, {
    hint: await suggestConcepts(store, asked),
  });
}

/** One sentence that names concepts near some words, or where to see them all. */
export async function suggestConcepts(store: StoreReader, asked: string): Promise<string> {
  const hits = await store.search(asked, { limit: suggestions, kind: "concept" });
  const near = await readRows(store, "concepts-by-id", { ids: hits.map((hit) => hit.id) }, ConceptRow);
  if (near.length === 0) return "`elenchus concepts` lists what there is.";
  return `Did you mean ${near.map((concept) => `"${concept.label}"`).join(", ")}? \`elenchus concepts\` lists all.`;
}

/**
 * The authors with a name, in any case, or an id, with the other entries of the same people. One person of
 * two sites is two authors until somebody says that they are one.
 *
 * @throws AppError `query.no-match` where nobody has it.
 */
export async function requireAuthors(
  store: StoreReader,
  asked: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const found = await readRows(store, "authors-by-name", { name: asked.toLowerCase(), id: asked }, AuthorRow);
  const people = await readPeople(store);
  const entries = unique(found.flatMap(({ id }) => people.entriesOf(id)));
  const others = entries.filter((id) => found.every((author) => author.id !== id));
  if (found.length > 0) return [...found, ...(await store.known.authors(others))];
  const top = await topAuthors(store, 5);
  throw new AppError("query.no-match", `no author is called "${asked}"`, {
    hint:
      top.length === 0
        ? "The comments in this store name no authors."
        : `Some who are: ${top.map((author) => `"${author.name}"`).join(", ")}.`,
  });
}

/** Claims about some concepts, the most discussed first. */
export async function claimsAbout(
  store: StoreReader,
  conceptIds: readonly string[],
  limit: number,
): Promise<readonly string[]> {
  return (await readRows(store, "claims-about", { ids: conceptIds, limit }, NamedRow)).map((row) => row.id);
}

/** Claims of some authors, the most discussed first. */
export async function claimsOfAuthors(
  store: StoreReader,
  authorIds: readonly string[],
  limit: number,
): Promise<readonly string[]> {
  const people = await readPeople(store);
  const ids = unique(authorIds.flatMap((id) => people.entriesOf(id)));
  return (await readRows(store, "claims-of-author", { ids, limit }, NamedRow)).map((row) => row.id);
}
