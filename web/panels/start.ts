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
export function startPanel(summary: SummaryOutput, route: Route): HTMLElement {
  const { counts, concepts, disputed, authors } = summary;
  const relations = Object.values(counts.relations).reduce((sum, value) => sum + value, 0);
  const [first, second] = concepts;
  return h(
    "div",
    { class: "start" },
    h(
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
    ),
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
        h(
          "section",
          {},
          h("h2", {}, "Concepts"),
          h(
            "ul",
            { class: "counted" },
            concepts.map((concept) =>
              h(
                "li",
                {},
                conceptLink(concept.label, concept.id),
                h("span", { class: "fact" }, count(concept.claims, "claim")),
              ),
            ),
          ),
        ),
        h(
          "section",
          {},
          h("h2", {}, "People"),
          h(
            "ul",
            { class: "counted" },
            authors.map((author) =>
              h(
                "li",
                {},
                link(
                  { view: "author", id: author.id, open: null },
                  { class: "person" },
                  authorText(author.name),
                ),
                h("span", { class: "fact" }, count(author.claims, "claim")),
              ),
            ),
          ),
        ),
        h(
          "section",
          {},
          h("h2", {}, "Relations"),
          h(
            "dl",
            { class: "figures" },
            [
              ["Disagreements", counts.relations["disagrees-with"]] as const,
              ["Supports", counts.relations.supports] as const,
              ["Refinements", counts.relations.refines] as const,
              ["Responses", counts.relations["responds-to"]] as const,
            ].map(([name, value]) => [h("dt", {}, name), h("dd", {}, formatNumber(value))]),
          ),
        ),
      ),
    ),
  );
}
