import type { ConceptsOutput } from "#queries/concepts.ts";
import type { StanceItem } from "#queries/shapes.ts";
import type { ShowOutput } from "#queries/show.ts";
import { authorText } from "../author-text.ts";
import { h } from "../dom.ts";
import { groupBy } from "../drawing.ts";
import { count, formatNumber, listed } from "../format.ts";
import { noFilter, type Route } from "../route.ts";
import { claimList, conceptLink, link, viewHeading } from "./parts.ts";

type ShownConcept = Extract<ShowOutput, { kind: "concept" }>;
type ShownAuthor = Extract<ShowOutput, { kind: "author" }>;

/** A concept: its names, its place among others, who holds what about it, and the claims about it. */
export function conceptPanel(
  { concept, broader, narrower, claims, stances }: ShownConcept,
  others: ConceptsOutput["items"],
  route: Route,
): HTMLElement {
  const rivals = others.filter(({ id }) => id !== concept.id).slice(0, 5);
  return h(
    "div",
    { class: "reading" },
    h("p", { class: "eyebrow" }, "Concept"),
    viewHeading(authorText(concept.label)),
    concept.altLabels.length > 0
      ? h("p", { class: "lede" }, "also ", authorText(listed(concept.altLabels)))
      : null,
    h(
      "p",
      { class: "quiet" },
      `${count(concept.claims, "claim")} about it; ${count(concept.authors, "person speaks", "people speak")} of it.`,
    ),
    related("Wider", broader),
    related("Narrower", narrower),
    rivals.length > 0
      ? h(
          "section",
          { class: "rivals" },
          h("h2", {}, "Set it against"),
          h(
            "div",
            { class: "chips" },
            rivals.map(({ label }) =>
              link(
                { view: "debate", a: concept.label, b: label, filter: noFilter, open: null },
                { class: "chip" },
                authorText(label),
              ),
            ),
          ),
        )
      : null,
    stanceTable(stances),
    h(
      "section",
      {},
      h("h2", {}, "Claims about it"),
      h(
        "p",
        { class: "quiet" },
        `Showing ${claims.length} of ${formatNumber(concept.claims)}, the most discussed first.`,
      ),
      claimList(claims, route),
    ),
  );
}

/** A person: what they hold, and their claims. */
export function authorPanel(
  { author, comments, claimCount, claims, stances }: ShownAuthor,
  route: Route,
): HTMLElement {
  return h(
    "div",
    { class: "reading" },
    h("p", { class: "eyebrow" }, "Person"),
    viewHeading(authorText(author.name)),
    h("p", { class: "lede" }, `${count(claimCount, "claim")} in ${count(comments, "comment")}.`),
    held(stances, route),
    h(
      "section",
      {},
      h("h2", {}, "Claims"),
      h(
        "p",
        { class: "quiet" },
        `Showing ${claims.length} of ${formatNumber(claimCount)}, the most discussed first.`,
      ),
      claimList(claims, route),
    ),
  );
}

const heldAtFirst = 8;

/** What a person holds, a target once: of stances that changed or differ, each is named. */
function held(stances: readonly StanceItem[], route: Route): HTMLElement | null {
  const targets = [...groupBy(stances, ({ target }) => `${target.kind} ${target.id}`).values()];
  const rows = targets.flatMap((group) => {
    const target = group[0]?.target;
    if (target === undefined) return [];
    const views = [...new Set(group.map(({ stance }) => stance))].join(", ");
    const place: Route =
      target.kind === "claim"
        ? { ...route, open: target.id }
        : { view: "concept", id: target.id, open: null };
    return [
      h(
        "li",
        {},
        h("span", { class: "stance" }, views),
        link(place, { class: "words", "data-key": `held ${target.id}` }, authorText(target.text)),
      ),
    ];
  });
  if (rows.length === 0) return null;
  return h(
    "section",
    {},
    h("h2", {}, "Holds"),
    h("ul", { class: "holds" }, rows.slice(0, heldAtFirst)),
    rows.length > heldAtFirst
      ? h(
          "details",
          {},
          h("summary", {}, `Show the other ${rows.length - heldAtFirst}`),
          h("ul", { class: "holds" }, rows.slice(heldAtFirst)),
        )
      : null,
  );
}

function related(
  title: string,
  concepts: readonly { readonly id: string; readonly label: string }[],
): HTMLElement | null {
  if (concepts.length === 0) return null;
  return h(
    "section",
    { class: "related" },
    h("h2", {}, title),
    h(
      "div",
      { class: "chips" },
      concepts.map(({ id, label }) => conceptLink(label, id)),
    ),
  );
}

function stanceTable(stances: readonly StanceItem[]): HTMLElement | null {
  if (stances.length === 0) return null;
  return h(
    "section",
    {},
    h("h2", {}, "Who stands where"),
    h(
      "ul",
      { class: "holds" },
      stances.map(({ author, stance }) =>
        h("li", {}, h("span", { class: `stance ${stance}` }, stance), authorText(author.name)),
      ),
    ),
  );
}
