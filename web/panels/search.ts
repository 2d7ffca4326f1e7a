import type { SearchOutput } from "#queries/search.ts";
import { authorText } from "../author-text.ts";
import { h } from "../dom.ts";
import { count } from "../format.ts";
import type { Route } from "../route.ts";
import { claimRow, conceptLink, viewHeading } from "./parts.ts";

/** Concepts first, as they lead to many claims; then claims, nearest first. */
export function searchPanel(found: SearchOutput, text: string, route: Route): HTMLElement {
  const concepts = found.items.flatMap((item) => (item.kind === "concept" ? [item.concept] : []));
  const claims = found.items.flatMap((item) => (item.kind === "claim" ? [item.claim] : []));
  return h(
    "div",
    { class: "reading" },
    viewHeading("Found for ", h("q", {}, authorText(text))),
    h(
      "p",
      { class: "quiet" },
      found.items.length < found.total || found.hasMore
        ? `Showing ${found.items.length} of ${found.hasMore ? "more than " : ""}${count(found.total, "result")}.`
        : `${count(found.total, "result")}.`,
    ),
    found.total === 0
      ? h("p", {}, "Nothing that was mapped holds these words. Try fewer words, or another form of them.")
      : null,
    concepts.length > 0
      ? h(
          "section",
          {},
          h("h2", {}, "Concepts"),
          h(
            "ul",
            { class: "counted inline" },
            concepts.map((it) =>
              h(
                "li",
                {},
                conceptLink(it.label, it.id),
                h("span", { class: "fact" }, count(it.claims, "claim")),
              ),
            ),
          ),
        )
      : null,
    claims.length > 0
      ? h(
          "section",
          {},
          h("h2", {}, "Claims"),
          h(
            "ol",
            { class: "claims" },
            claims.map((claim) => claimRow(claim, route)),
          ),
        )
      : null,
  );
}
