import type { DebateOutput } from "#queries/debate.ts";
import type { RelationItem } from "#queries/shapes.ts";
import { authorText } from "../author-text.ts";
import type { DebateSelection } from "../debate-selection.ts";
import { type Child, h } from "../dom.ts";
import { compare } from "../drawing.ts";
import { formatNumber, percent } from "../format.ts";
import { kindLooks, kindSample } from "../relation-kinds.ts";
import type { DebateRoute } from "./debate.ts";
import { byline, judgement, link, withOpen } from "./parts.ts";

/** The twin of the drawing for reading in order: every relation drawn, oldest first, then every claim. */
export function debateList(
  debate: DebateOutput,
  { relations, claims }: DebateSelection,
  route: DebateRoute,
): HTMLElement {
  const oldestFirst = relations.toSorted(
    (a, b) => compare(a.createdAt ?? "", b.createdAt ?? "") || compare(a.id, b.id),
  );
  const sideOf = (side: string | null) => debate.sides.find(({ id }) => id === side)?.label ?? "neither side";
  return h(
    "div",
    { class: "debate-list" },
    table(
      "Relations",
      ["Claim", h("span", { class: "unseen" }, "Relation"), "Claim", "Sure"],
      oldestFirst.map((relation) => relationRow(relation, route)),
    ),
    table(
      "Claims",
      ["Claim", "Side", "Relations"],
      claims.map((claim) =>
        h(
          "tr",
          {},
          claimCell(claim.words, route, `claim ${claim.id}`),
          h("td", {}, authorText(sideOf(claim.side))),
          h("td", { class: "number" }, formatNumber(claim.relations)),
        ),
      ),
    ),
  );
}

/** A table under a heading, in a box that scrolls where the screen is narrow. */
function table(title: string, columns: readonly Child[], rows: readonly HTMLElement[]): HTMLElement {
  return h(
    "section",
    {},
    h("h2", {}, title),
    h(
      "div",
      { class: "table-box", tabindex: "0", role: "group", "aria-label": `${title}, a table that may scroll` },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            columns.map((name) => h("th", { scope: "col" }, name)),
          ),
        ),
        h("tbody", {}, rows),
      ),
    ),
  );
}

function relationRow(relation: RelationItem, route: DebateRoute): HTMLElement {
  return h(
    "tr",
    {},
    claimCell(relation.from, route, `from ${relation.id}`),
    h("td", { class: "kind-cell" }, kindSample(relation.kind), kindLooks[relation.kind].active),
    claimCell(relation.to, route, `to ${relation.id}`),
    h(
      "td",
      { class: "number" },
      percent(relation.confidence),
      judgement(relation).map((word) => h("span", { class: "quiet judgement" }, word)),
    ),
  );
}

function claimCell(words: RelationItem["from"], route: DebateRoute, key: string): HTMLElement {
  return h(
    "td",
    { class: "claim-cell" },
    link(
      withOpen(route, words.claimId),
      { class: "words", "data-key": `cell ${key}` },
      authorText(words.text),
    ),
    byline(words),
  );
}
