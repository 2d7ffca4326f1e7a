import type { SummaryOutput } from "#queries/summary.ts";
import { authorText } from "../author-text.ts";
import { h } from "../dom.ts";
import { count, formatNumber } from "../format.ts";
import type { Route } from "../route.ts";
import { debateForm, searchForm } from "./forms.ts";
import { claimList, conceptLink, link, viewHeading } from "./parts.ts";

/**
 * Where to begin: what was mapped, a search, two subjects to set against each other, and the most disputed
 * claims.
 */
export function startPanel(
  { counts, concepts, disputed, authors }: SummaryOutput,
  route: Route,
): HTMLElement {
  const [first, second] = concepts;
  return h(
    "div",
    { class: "start" },
    hero(counts),
    h(
      "section",
      { class: "pick-debate" },
      h("h2", {}, "Set two subjects against each other"),
      debateForm({ a: first?.label ?? "", b: second?.label ?? "", concepts }),
    ),
    h(
      "div",
      { class: "columns" },
      h(
        "section",
        { class: "main-column" },
        h("h2", {}, "Most disputed"),
        disputed.length > 0
          ? claimList(disputed, route)
          : h("p", { class: "quiet" }, "Nobody disagreed with anything that was mapped."),
      ),
      h(
        "div",
        { class: "side-column" },
        counted("Concepts", concepts, ({ label, id }) => conceptLink(label, id)),
        counted("People", authors, ({ id, name }) =>
          link({ view: "author", id, open: null }, { class: "person" }, authorText(name)),
        ),
        relationFigures(counts.relations),
      ),
    ),
  );
}

/** What was mapped, and a search in it. */
function hero(counts: SummaryOutput["counts"]): HTMLElement {
  const relations = Object.values(counts.relations).reduce((sum, value) => sum + value, 0);
  return h(
    "section",
    { class: "hero" },
    viewHeading("What was said, who said it, and who disagreed."),
    h(
      "p",
      { class: "lede" },
      `${count(counts.comments, "comment")} by ${count(counts.authors, "person", "people")}, mapped to `,
      `${count(counts.claims, "claim")}, ${count(counts.concepts, "concept")} and ${count(relations, "relation")}.`,
    ),
    searchForm({ text: "", isLarge: true }),
  );
}

/** What has the most claims, each with how many. */
function counted<Entry extends { readonly claims: number }>(
  title: string,
  entries: readonly Entry[],
  linkTo: (entry: Entry) => HTMLElement,
): HTMLElement {
  return h(
    "section",
    {},
    h("h2", {}, title),
    h(
      "ul",
      { class: "counted" },
      entries.map((entry) =>
        h("li", {}, linkTo(entry), h("span", { class: "fact" }, count(entry.claims, "claim"))),
      ),
    ),
  );
}

function relationFigures(relations: SummaryOutput["counts"]["relations"]): HTMLElement {
  return h(
    "section",
    {},
    h("h2", {}, "Relations"),
    h(
      "dl",
      { class: "figures" },
      [
        ["Disagreements", relations["disagrees-with"]] as const,
        ["Supports", relations.supports] as const,
        ["Refinements", relations.refines] as const,
        ["Responses", relations["responds-to"]] as const,
      ].map(([name, value]) => [h("dt", {}, name), h("dd", {}, formatNumber(value))]),
    ),
  );
}
