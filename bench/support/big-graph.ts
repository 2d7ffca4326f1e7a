import { ChangeBuilder } from "../../src/linking/change-builder.ts";
import type { Change } from "../../src/model/change.ts";
import type { Concept, Locution, Mention } from "../../src/model/claim.ts";
import type { Author, Comment, Thread } from "../../src/model/comment.ts";
import { compareStrings, conceptId } from "../../src/model/id.ts";
import type { Relation, RelationKind } from "../../src/model/relation.ts";
import * as make from "../../test/support/store-records.ts";
import { conceptLabel, randomNumbers, sentence } from "./words.ts";

/** How many records the changes of the pipeline hold: `src/pipeline/*`. */
const perChange = { imported: 500, extracted: 200, mentioned: 500 } as const;

/** One comment with all that was found in it. */
interface Entry {
  readonly comment: Comment;
  readonly locution: Locution;
  readonly mentions: readonly Mention[];
  readonly aboutId: string;
  readonly relation: Relation | null;
}

/** A generated graph, equal for equal sizes. */
export interface BigGraph {
  readonly authors: readonly Author[];
  readonly concepts: readonly Concept[];
  readonly entries: readonly Entry[];
  /** In the order and the portions in which the pipeline applies a first run. */
  changes(): Generator<Change>;
}

/**
 * A forum with 422,000 nodes and 1.08 million relationships at size 1: 2000 authors, 100,000 comments in 500
 * threads, each with one version and one locution, 20,000 concepts. A few people write most, and a few
 * concepts are named most.
 */
export function bigGraph(size: number): BigGraph {
  const count = (whole: number): number => Math.max(2, Math.round(whole * size));
  const next = randomNumbers(7);
  const authors = Array.from({ length: count(2000) }, (_, index) => make.author(`forum:a${index}`));
  const threads = Array.from({ length: count(500) }, (_, index) =>
    make.thread(`forum:t${index}`, sentence(next, 5)),
  );
  const concepts = Array.from({ length: count(20_000) }, (_, index) => conceptAt(index));
  const skewed = <Item>(items: readonly Item[], power: number): Item =>
    items[Math.floor(items.length * next() ** power)] as Item;
  const entries: Entry[] = [];
  for (let index = 0; index < count(100_000); index += 1) {
    const ordinal = Math.floor(index / threads.length);
    const thread = threads[index % threads.length] as Thread;
    // Answers mostly go to what was said lately.
    const parentAt = Math.floor(ordinal * (1 - next() ** 3)) * threads.length + (index % threads.length);
    const parent = ordinal === 0 ? null : (entries[Math.min(parentAt, index - threads.length)] ?? null);
    const [first, second] = [skewed(concepts, 2), skewed(concepts, 2)];
    entries.push(
      entryAt(index, { next, author: skewed(authors, 2), thread, parent, concepts: [first, second] }),
    );
  }
  return { authors, concepts, entries, changes: () => changes(authors, threads, concepts, entries) };
}

function conceptAt(index: number): Concept {
  const label = conceptLabel(index);
  return make.concept(conceptId(label), {
    prefLabel: label,
    labels: [label],
    salience: Math.round(1e6 / (index + 1)) / 1e6,
    broader: index === 0 ? [] : [conceptId(conceptLabel(Math.floor(index / 8)))],
  });
}

interface Found {
  readonly next: () => number;
  readonly author: Author;
  readonly thread: Thread;
  readonly parent: Entry | null;
  readonly concepts: readonly [Concept, Concept];
}

function entryAt(index: number, { next, author, thread, parent, concepts: [first, second] }: Found): Entry {
  const opening = `${sentence(next, 4)} ${first.prefLabel} ${sentence(next, 5).toLowerCase()}.`;
  const filler = `${sentence(next, 12)}. ${sentence(next, 4)} ${second.prefLabel}. ${sentence(next, 20)}.`;
  const text = `${opening} ${filler}`;
  const id = `forum:c${index}`;
  const origin = {
    sourceId: "forum",
    file: "forum.jsonl",
    record: id,
    field: "text",
    start: 0,
    end: text.length,
  };
  const comment = make.comment(id, index, {
    authorId: author.id,
    threadId: thread.id,
    parentId: parent?.comment.id ?? null,
    createdAt: new Date(Date.UTC(2020, 0, 1) + index * 600_000).toISOString(),
    order: { source: "forum", index },
    text,
    url: `https://forum.example/${id}`,
    score: index % 40,
    origin,
  });
  // One in 199 says again what it answers.
  const again = index % 199 === 0 && parent ? { claimId: parent.locution.claimId } : {};
  const locution = make.locution(comment, 0, opening.length, {
    origin: { ...origin, end: opening.length },
    ...again,
  });
  const mentionOf = ({ id: concept, prefLabel }: Concept, from: number): Mention => {
    const start = text.indexOf(prefLabel, from);
    return make.mention(comment, concept, start, start + prefLabel.length, { origin });
  };
  const mentions = [mentionOf(first, 0), ...(next() < 0.41 ? [mentionOf(second, opening.length)] : [])];
  const isOther = parent !== null && parent.locution.claimId !== locution.claimId;
  const relation = isOther ? make.relation(kindOf(next()), locution, parent.locution) : null;
  return { comment, locution, mentions, aboutId: first.id, relation };
}

function kindOf(share: number): RelationKind {
  if (share < 0.1) return "disagrees-with";
  if (share < 0.15) return "refines";
  return share < 0.3 ? "supports" : "responds-to";
}

function* changes(
  authors: readonly Author[],
  threads: readonly Thread[],
  concepts: readonly Concept[],
  entries: readonly Entry[],
): Generator<Change> {
  const known = new Map(authors.map((author) => [author.id, author]));
  const titled = new Map(threads.map((thread) => [thread.id, thread]));
  yield make.change({ write: "save-sources", rows: [make.source("forum", { isComplete: false })] });
  for (const part of portions(entries, perChange.imported)) yield imported(part, known, titled);
  for (const part of portions(entries, perChange.extracted)) yield extracted(part);
  const sorted = [...concepts].sort((a, b) => compareStrings(a.id, b.id));
  yield make.change({ write: "save-concepts", rows: sorted });
  for (const part of portions(entries, perChange.mentioned)) {
    const change = new ChangeBuilder().add("save-mentions", ...part.flatMap(({ mentions }) => mentions));
    for (const { locution, aboutId } of part)
      if (locution.id === locution.claimId)
        change.add("save-abouts", { claimId: locution.claimId, conceptIds: [aboutId] });
    yield change.build();
  }
  yield make.change({ write: "save-sources", rows: [make.source("forum")] });
}

/** People and threads are saved again with every portion that names them, as an import does. */
function imported(
  part: readonly Entry[],
  authors: ReadonlyMap<string, Author>,
  threads: ReadonlyMap<string, Thread>,
): Change {
  const named = new Set(part.flatMap(({ comment }) => [comment.authorId, comment.threadId]));
  const change = new ChangeBuilder();
  for (const id of named) {
    const author = authors.get(id ?? "");
    const thread = threads.get(id ?? "");
    if (author) change.add("save-authors", author);
    if (thread) change.add("save-threads", thread);
  }
  for (const { comment } of part)
    change
      .add("save-comments", comment)
      .add("save-versions", make.version(comment, { origin: comment.origin }));
  return change.build();
}

function extracted(part: readonly Entry[]): Change {
  const change = new ChangeBuilder();
  for (const { comment, locution, mentions, relation } of part) {
    if (locution.id === locution.claimId) change.add("save-claims", make.claim(locution));
    change.add("save-locutions", locution);
    if (relation) change.add("save-relations", relation);
    if (relation?.kind === "disagrees-with" && comment.authorId !== null)
      change.add(
        "save-stances",
        make.stance(
          comment.authorId,
          { kind: "claim", id: relation.toClaim },
          { evidence: locution.id, createdAt: comment.createdAt },
        ),
      );
    const terms = mentions.map(({ conceptId: key, span }) => ({ key, span }));
    change
      .add("save-terms", { commentId: comment.id, terms })
      .add("save-extracted", { commentId: comment.id, fingerprints: ["rules@1"], language: "en" });
  }
  return change.build();
}

function* portions<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
