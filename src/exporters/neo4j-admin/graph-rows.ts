import { assertNever } from "../../errors.ts";
import type { Write } from "../../model/change.ts";
import { fingerprintsOf, type GraphElement, type GraphRecord, partsOfComment } from "../../model/graph.ts";
import { layerOf } from "../../model/layer.ts";
import type { Row } from "../../store/store.ts";
import { writtenRows } from "../../store/write-rows.ts";
import type { Label, RelationshipFile } from "./tables.ts";

/** A node or a relationship as a row of one table. `keys` are the node's key, or those of the two ends. */
export type GraphRow =
  | { readonly node: Label; readonly keys: readonly [string]; readonly properties: Row }
  | {
      readonly relationship: RelationshipFile;
      readonly keys: readonly [string, string];
      readonly properties: Row;
    };

/** Turns records into the nodes and relationships that the store would write for them, one record at a time. */
export class GraphRows {
  readonly #locutions = new Set<string>();
  readonly #shown = new Set<string>();
  readonly #concepts = new Set<string>();
  readonly #broader = new Set<string>();
  readonly #layers = new Set<string>();

  /** The rows of one record. */
  take(record: GraphRecord): readonly GraphRow[] {
    switch (record.array) {
      case "sources":
        return nodes("Source", { write: "save-sources", rows: [record.element] });
      case "authors":
        return nodes("Author", { write: "save-authors", rows: [record.element] });
      case "threads":
        return nodes("Thread", { write: "save-threads", rows: [record.element] });
      case "comments":
        for (const fingerprint of fingerprintsOf(record.element)) this.#layers.add(layerOf(fingerprint));
        return commentRows(record.element);
      case "quotes":
        return quoteRows(record.element);
      case "concepts":
        return this.#conceptRows(record.element);
      case "claims":
        return claimRows(record.element);
      case "locutions":
        return this.#locutionRows(record.element);
      case "relations":
        return rowsOf({ write: "save-relations", rows: [record.element] }).map((row) =>
          relationship(String(row.type) as RelationshipFile, row.fromClaim, row.toClaim, row.properties),
        );
      case "stances":
        return this.#stanceRows(record.element);
      case "corrections":
        return nodes("Correction", { write: "save-corrections", rows: [record.element] });
      default:
        return assertNever(record);
    }
  }

  /** What only the whole graph shows: more general concepts that no record brought, and the layers. */
  finish(): readonly GraphRow[] {
    const concepts = [...this.#broader].filter((id) => !this.#concepts.has(id)).sort();
    return [
      ...concepts.map((id): GraphRow => ({ node: "Concept", keys: [id], properties: {} })),
      ...[...this.#layers].sort().map((id): GraphRow => node("Layer", id, { rank: 0 })),
    ];
  }

  #conceptRows({ mentions, ...concept }: GraphElement<"concepts">): readonly GraphRow[] {
    this.#concepts.add(concept.id);
    for (const id of concept.broader) this.#broader.add(id);
    const rows = mentions.map((mention) => ({ ...mention, conceptId: concept.id }));
    return [
      ...nodes("Concept", { write: "save-concepts", rows: [concept] }),
      ...concept.broader.map((id) => relationship("BROADER", concept.id, id)),
      ...rowsOf({ write: "save-mentions", rows }).map((row) =>
        relationship("MENTIONS", row.commentId, row.conceptId, row.properties),
      ),
    ];
  }

  #locutionRows(locution: GraphElement<"locutions">): readonly GraphRow[] {
    const { id, commentId, speaker, claimId } = locution;
    this.#locutions.add(id);
    return [
      ...nodes("Locution", { write: "save-locutions", rows: [locution] }),
      relationship("HAS", commentId, id),
      ...(speaker === null ? [] : [relationship("SAID", speaker, id)]),
      relationship("STATES", id, claimId),
    ];
  }

  #stanceRows(stance: GraphElement<"stances">): readonly GraphRow[] {
    const { authorId, target, evidence } = stance;
    const [holds, shows] =
      target.kind === "claim"
        ? (["HOLDS-Claim", "SHOWS-Claim"] as const)
        : (["HOLDS-Concept", "SHOWS-Concept"] as const);
    const rows = rowsOf({ write: "save-stances", rows: [stance] }).map((row) =>
      relationship(holds, authorId, target.id, row.properties),
    );
    // One locution shows a stance toward one target once, however many people take it from there.
    const pair = `${evidence} ${target.id}`;
    if (evidence === null || !this.#locutions.has(evidence) || this.#shown.has(pair)) return rows;
    this.#shown.add(pair);
    return [...rows, relationship(shows, evidence, target.id)];
  }
}

function commentRows(element: GraphElement<"comments">): readonly GraphRow[] {
  const { comment, versions, terms, termLayers, language, fingerprints } = partsOfComment(element);
  const { id, authorId, threadId, parentId } = comment;
  const read = { terms, termLayers: termLayers ?? null, language, fingerprints };
  const [node] = nodes("Comment", { write: "save-comments", rows: [comment] });
  const texts = rowsOf({
    write: "save-versions",
    rows: versions.map((version) => ({ ...version, commentId: id })),
  });
  return [
    ...(node ? [{ ...node, properties: { ...node.properties, ...read } }] : []),
    ...(authorId === null ? [] : [relationship("WROTE", authorId, id)]),
    ...(threadId === null ? [] : [relationship("IN_THREAD", id, threadId)]),
    ...(parentId === null ? [] : [relationship("REPLIES_TO", id, parentId)]),
    ...texts.flatMap((row): readonly GraphRow[] => [
      { node: "Version", keys: [String(row.key)], properties: row.properties },
      relationship("HAS_VERSION", id, row.key),
    ]),
  ];
}

function quoteRows(quote: GraphElement<"quotes">): readonly GraphRow[] {
  const write: Write = { write: "save-quotes", rows: [quote] };
  return rowsOf(write).flatMap(({ sourceComment, link, properties }) => [
    node("Quote", quote.id, properties),
    relationship("HAS_QUOTE", quote.commentId, quote.id),
    ...(sourceComment === null ? [] : [relationship("QUOTES", quote.commentId, sourceComment, link as Row)]),
  ]);
}

function claimRows({ conceptIds, ...claim }: GraphElement<"claims">): readonly GraphRow[] {
  return [
    ...nodes("Claim", { write: "save-claims", rows: [claim] }),
    ...conceptIds.map((id) => relationship("ABOUT", claim.id, id)),
  ];
}

type WrittenRow = Row & { readonly properties: Row };

/** The rows that the store hands to its Cypher. */
function rowsOf(write: Write): readonly WrittenRow[] {
  return writtenRows(write) as readonly WrittenRow[];
}

function nodes(label: Label, write: Write): readonly GraphRow[] {
  return rowsOf(write).map(({ id, properties }) => node(label, String(id), properties));
}

/** The key has a column of its own. */
function node(label: Label, key: string, { id: _id, ...properties }: Row): GraphRow {
  return { node: label, keys: [key], properties };
}

function relationship(file: RelationshipFile, from: unknown, to: unknown, properties: Row = {}): GraphRow {
  return { relationship: file, keys: [String(from), String(to)], properties };
}
