import type { Refusal } from "../api.ts";
import { authorText } from "../author-text.ts";
import { h } from "../dom.ts";
import { searchForm } from "./forms.ts";
import { notice } from "./parts.ts";

/** Nothing was mapped yet: what to do, and that the page goes on by itself. */
export function emptyNotice(): HTMLElement {
  return notice(
    "Nothing is mapped yet",
    h(
      "p",
      { class: "lede" },
      "Give Elenchus comments to read. This page shows the map as soon as it is there.",
    ),
    h("pre", {}, h("code", {}, "npx elenchus map comments.txt")),
    h(
      "p",
      { class: "quiet" },
      "Any files will do: a saved profile page as text, JSONL, or a graph that Elenchus wrote.",
    ),
  );
}

/** The address names no view: where to go instead. */
export function nowhereNotice(): HTMLElement {
  return notice(
    "There is no such page",
    h("p", { class: "lede" }, "The address names no view of the map. A part of it may be missing."),
    searchForm({ text: "", isLarge: true }),
    startLink(),
  );
}

function startLink(): HTMLElement {
  return h("p", {}, h("a", { class: "button", href: "#/" }, "Back to the start"));
}

/** A refusal of the server in its own words. Where nothing was found, a search stands in place of the hint. */
export function refusalNotice({ code, message, hint }: Refusal): HTMLElement {
  const isMissing = code === "query.id-unknown" || code === "query.no-match";
  return notice(
    isMissing ? "Not in the map" : "That did not work",
    h("p", { class: "lede" }, authorText(message)),
    isMissing ? searchForm({ text: "", isLarge: true }) : h("p", {}, authorText(hint)),
    startLink(),
  );
}
