import { z } from "zod";
import { assertNever } from "../errors.ts";
import type { StoreReader } from "../store/store.ts";
import { CommentOutput, readComment } from "./comment.ts";
import { answersOf } from "./load/answers.ts";
import { loadClaims } from "./load/claims.ts";
import { loadConcepts } from "./load/concepts.ts";
import { claimsAbout, claimsOfAuthors } from "./load/find.ts";
import { findThing } from "./load/find-thing.ts";
import { namesOf } from "./load/names.ts";
import { readPeople } from "./load/people.ts";
import { loadQuotes } from "./load/quotes.ts";
import { drawnOf, loadRelations, RelationRow, relationsOfClaims } from "./load/relations.ts";
import { loadStances, stancesOfAuthor, stancesOnClaims, stancesOnConcepts } from "./load/stances.ts";
import { authorCounts } from "./load/top-authors.ts";
import { wordsInComments, wordsOfClaims } from "./load/words.ts";
import type { Query } from "./query.ts";
import { Id, readRows } from "./read-rows.ts";
import {
  AnswerItem,
  ClaimItem,
  ConceptItem,
  ConceptName,
  drawn,
  layer,
  Person,
  QuoteItem,
  RelationItem,
  StanceItem,
  WordsInComment,
} from "./shapes.ts";
import { notInLayer } from "./view/read-view.ts";
import { openView, type ViewReader } from "./view/view-reader.ts";

/** `id` is any id of the store or a prefix of one; the id of a locution stands for its claim. */
export const ShowInput = z
  .strictObject({ id: z.string().trim().min(1), extractor: layer, relations: drawn })
  .readonly();

/**
 * A claim with every locution in its comment, its relations both ways, what it is about and who holds what.
 * `suggestions` counts relations that are not sure and not drawn; `answers` are facts of the input where no
 * relation is drawn.
 */
const ShownClaim = z.strictObject({
  kind: z.literal("claim"),
  id: z.string(),
  text: z.string(),
  locutions: z.array(WordsInComment).readonly(),
  incoming: z.array(RelationItem).readonly(),
  outgoing: z.array(RelationItem).readonly(),
  suggestions: z.int(),
  answers: z.array(AnswerItem).readonly(),
  concepts: z.array(ConceptName).readonly(),
  stances: z.array(StanceItem).readonly(),
});

const ShownConcept = z.strictObject({
  kind: z.literal("concept"),
  concept: ConceptItem,
  broader: z.array(ConceptName).readonly(),
  narrower: z.array(ConceptName).readonly(),
  claims: z.array(ClaimItem).readonly(),
  stances: z.array(StanceItem).readonly(),
});

const ShownAuthor = z.strictObject({
  kind: z.literal("author"),
  author: Person,
  /** Entries that somebody said are the same person. */
  otherEntries: z.array(Person).readonly(),
  comments: z.int(),
  claimCount: z.int(),
  claims: z.array(ClaimItem).readonly(),
  stances: z.array(StanceItem).readonly(),
});

/** One thing of the store with all that is known of it. Lists of claims hold the 50 most discussed. */
export const ShowOutput = z.discriminatedUnion("kind", [
  ShownClaim,
  ShownConcept,
  ShownAuthor,
  z.strictObject({ kind: z.literal("comment"), comment: CommentOutput }),
  z.strictObject({
    kind: z.literal("relation"),
    relation: RelationItem,
    from: WordsInComment,
    to: WordsInComment,
  }),
  z.strictObject({
    kind: z.literal("quote"),
    quote: QuoteItem,
    commentText: z.string(),
    quotedBy: Person.nullable(),
  }),
]);
export type ShowOutput = Readonly<z.output<typeof ShowOutput>>;

/** Claims listed of a concept or an author, and stances of an author. */
const mostListed = 50;

const NameRow = z.object({ id: Id, label: z.string() });
const QuoteRow = z.object({ commentId: Id });

export const show: Query<typeof ShowInput, typeof ShowOutput> = {
  id: "show",
  describes: "One claim, concept, comment, relation, quote or author with all that is known of it.",
  input: ShowInput,
  output: ShowOutput,
  /**
   * @throws AppError `query.id-unknown`, `query.id-ambiguous`, `query.unknown-layer`; `query.no-match` for a
   * claim of another layer.
   */
  async run(whole, { id: asked, extractor = null, relations = "sure" }) {
    const store = await openView(whole, extractor, relations);
    const { kind, id } = await findThing(store, asked);
    switch (kind) {
      case "claim":
        return showClaim(store, id, relations);
      case "concept":
        return showConcept(store, id);
      case "comment":
        return { kind, comment: await readComment(store, id) };
      case "relation":
        return showRelation(store, id);
      case "quote":
        return showQuote(store, id);
      case "author":
        return showAuthor(store, id);
      default:
        return assertNever(kind);
    }
  },
};

/** What was found by its id and is gone when it is read: the two reads see one snapshot, so this is a bug. */
function present<Value>(value: Value | undefined, id: string): Value {
  if (value === undefined) throw new Error(`${id} has an id and is not stored`);
  return value;
}

async function showClaim(store: ViewReader, id: string, which: "sure" | "all"): Promise<ShowOutput> {
  const [claim] = await loadClaims(store, [id]);
  if (claim === undefined) throw notInLayer(id, store.view);
  const words = (await wordsOfClaims(store, [id])).get(id) ?? [];
  const { drawn: relations, suggestions } = drawnOf(await relationsOfClaims(store, [id]), which);
  return {
    kind: "claim",
    id,
    text: claim.text,
    locutions: await wordsInComments(
      store,
      words.map((it) => it.locutionId),
    ),
    incoming: relations.filter((relation) => relation.to.claimId === id),
    outgoing: relations.filter((relation) => relation.from.claimId === id && relation.to.claimId !== id),
    suggestions,
    answers: await answersOf(store, words, relations),
    concepts: claim.concepts,
    stances: await loadStances(store, "claim", await stancesOnClaims(store, [id])),
  };
}

async function showConcept(store: StoreReader, id: string): Promise<ShowOutput> {
  return {
    kind: "concept",
    concept: present((await loadConcepts(store, [id]))[0], id),
    broader: await readRows(store, "broader-concepts", { id }, NameRow),
    narrower: await readRows(store, "narrower-concepts", { id }, NameRow),
    claims: await loadClaims(store, await claimsAbout(store, [id], mostListed)),
    stances: await loadStances(store, "concept", await stancesOnConcepts(store, [id])),
  };
}

async function showRelation(store: ViewReader, id: string): Promise<ShowOutput> {
  const rows = await readRows(store, "relation-by-id", { id }, RelationRow);
  const relation = present((await loadRelations(store, rows))[0], id);
  const ends = await wordsInComments(store, [relation.from.locutionId, relation.to.locutionId]);
  const end = (locutionId: string) =>
    present(
      ends.find((words) => words.locutionId === locutionId),
      locutionId,
    );
  return {
    kind: "relation",
    relation,
    from: end(relation.from.locutionId),
    to: end(relation.to.locutionId),
  };
}

async function showQuote(store: StoreReader, id: string): Promise<ShowOutput> {
  const { commentId } = present((await readRows(store, "quote-by-id", { id }, QuoteRow))[0], id);
  const quote = present(
    (await loadQuotes(store, [commentId])).find((it) => it.id === id),
    id,
  );
  const [comment] = await store.known.comments([commentId]);
  const versions = await store.known.versions([commentId]);
  const text = versions.find((version) => version.id === quote.version)?.text ?? comment?.text;
  const names = await namesOf(store, [comment?.authorId ?? null]);
  return {
    kind: "quote",
    quote,
    commentText: present(text, commentId),
    quotedBy: names(comment?.authorId ?? null),
  };
}

async function showAuthor(store: StoreReader, asked: string): Promise<ShowOutput> {
  const [id = asked, ...others] = (await readPeople(store)).entriesOf(asked);
  const { comments, claims, name } = present((await authorCounts(store, [id, ...others])) ?? undefined, id);
  return {
    kind: "author",
    author: { id, name },
    otherEntries: await store.known.authors(others),
    comments,
    claimCount: claims,
    claims: await loadClaims(store, await claimsOfAuthors(store, [id], mostListed)),
    stances: await loadStances(store, "claim", await stancesOfAuthor(store, id, mostListed)),
  };
}
