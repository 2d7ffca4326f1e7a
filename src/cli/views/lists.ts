import type { ClaimsOutput } from "../../queries/claims.ts";
import type { ConceptsOutput } from "../../queries/concepts.ts";
import type { SearchOutput } from "../../queries/search.ts";
import type { ClaimItem, ConceptItem } from "../../queries/shapes.ts";
import type { Io } from "../io.ts";
import { type Listing, showing } from "../listing.ts";
import { painter } from "../paint.ts";
import { printableLine } from "../printable.ts";
import type { Cell, Column } from "../table.ts";
import { byline, shownId, speakerName, wrapped } from "./text.ts";

const claimColumns: readonly Column[] = [
  { key: "id", title: "id" },
  { key: "author", title: "author" },
  { key: "date", title: "date" },
  { key: "comment", title: "comment" },
  { key: "concepts", title: "concepts" },
  { key: "locutions", title: "said", align: "right" },
  { key: "attacks", title: "attacks", align: "right" },
  { key: "relations", title: "relations", align: "right" },
  { key: "attribution", title: "whose" },
  { key: "text", title: "claim", flexible: true },
];

function claimRow(claim: ClaimItem): readonly Cell[] {
  const { id, words, concepts, locutions, attacks, relations, text } = claim;
  return [
    id,
    speakerName(words),
    words.createdAt,
    words.commentId,
    concepts.map((concept) => concept.label).join("; "),
    locutions,
    attacks,
    relations,
    words.attribution,
    text,
  ];
}

/** A claim over two or more lines: its words, then who, when, where, what about, how much discussed. */
export function claimLines(io: Io, claim: ClaimItem, width: number | null, indent = ""): readonly string[] {
  const paint = painter(io, io.stdout);
  const about = claim.concepts.map((concept) => printableLine(concept.label)).join(", ");
  const facts = [
    `claim ${shownId(claim.id, width)}`,
    byline(claim.words),
    ...(about === "" ? [] : [about]),
    ...(claim.locutions > 1 ? [`said ${claim.locutions} times`] : []),
    ...(claim.attacks > 0 ? [claim.attacks === 1 ? "1 attack" : `${claim.attacks} attacks`] : []),
  ].join(" · ");
  return [
    ...wrapped(claim.text, width, indent),
    ...answeredLines(claim, width, `${indent}  `),
    ...wrapped(facts, width, `${indent}  `).map((line) => paint("dim", line)),
  ];
}

/** How many characters of what is answered are shown. */
const answeredLength = 160;

/** What a claim is on that says nothing by itself. */
function answeredLines({ answers }: ClaimItem, width: number | null, indent: string): readonly string[] {
  if (answers === null) return [];
  const { text, speaker } = answers;
  const line = text.replace(/\s+/gu, " ");
  const start =
    line.length <= answeredLength ? line : `${[...line].slice(0, answeredLength).join("").trimEnd()}…`;
  return wrapped(`to ${speaker === null ? "somebody unknown" : speaker.name}: "${start}"`, width, indent);
}

/** Claims, two lines or more each. */
export function claimListing(io: Io, { total, items }: ClaimsOutput): Listing {
  return {
    value: { total, items },
    columns: claimColumns,
    rows: items.map(claimRow),
    lines: (width) => items.flatMap((claim) => [...claimLines(io, claim, width), ""]),
    foot: showing(items.length, total, "claim"),
  };
}

const conceptColumns: readonly Column[] = [
  { key: "id", title: "id" },
  { key: "claims", title: "claims", align: "right" },
  { key: "authors", title: "people", align: "right" },
  { key: "salience", title: "salience", align: "right" },
  { key: "label", title: "concept" },
  { key: "altLabels", title: "also", flexible: true },
];

function conceptRow({ id, claims, authors, salience, label, altLabels }: ConceptItem): readonly Cell[] {
  return [id, claims, authors, Math.round(salience * 1000) / 1000, label, altLabels.join("; ")];
}

/** Concepts as a table. */
export function conceptListing({ total, items }: ConceptsOutput): Listing {
  return {
    value: { total, items },
    columns: conceptColumns,
    rows: items.map(conceptRow),
    foot: showing(items.length, total, "concept"),
  };
}

/** Concepts on one line each, claims as blocks, in the order of the search. */
export function searchListing(io: Io, { total, hasMore, items }: SearchOutput): Listing {
  return {
    value: { total, hasMore, items },
    columns: [
      { key: "kind", title: "kind" },
      { key: "score", title: "score", align: "right" },
      ...claimColumns,
    ],
    rows: items.map((hit) =>
      hit.kind === "claim"
        ? [hit.kind, hit.score, ...claimRow(hit.claim)]
        : [
            hit.kind,
            hit.score,
            hit.concept.id,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            hit.concept.label,
          ],
    ),
    lines: (width) =>
      items.flatMap((hit) => [
        ...(hit.kind === "claim" ? claimLines(io, hit.claim, width) : conceptLines(io, hit.concept, width)),
        "",
      ]),
    foot: hasMore
      ? `showing ${items.length} of more than ${total} hits`
      : showing(items.length, total, "hit"),
  };
}

/** A concept over two lines: its labels, then how much is said of it. */
export function conceptLines(io: Io, concept: ConceptItem, width: number | null): readonly string[] {
  const paint = painter(io, io.stdout);
  const labels = [concept.label, ...concept.altLabels].map(printableLine).join(", ");
  const claims = concept.claims === 1 ? "1 claim" : `${concept.claims} claims`;
  const people = concept.authors === 1 ? "1 person" : `${concept.authors} people`;
  return [
    ...wrapped(labels, width),
    ...wrapped(`concept ${shownId(concept.id, width)} · ${claims} · ${people}`, width, "  ").map((line) =>
      paint("dim", line),
    ),
  ];
}
