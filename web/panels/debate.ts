import type { DebateOutput } from "#queries/debate.ts";
import type { RelationItem } from "#queries/shapes.ts";
import { authorText } from "../author-text.ts";
import { type DebateSelection, selectDebate } from "../debate-selection.ts";
import { h } from "../dom.ts";
import { count, formatNumber } from "../format.ts";
import { kindLooks, kindSample, suggestionSample } from "../relation-kinds.ts";
import { claimsAtOnce, type DebateFilter, kinds, noFilter, type Route } from "../route.ts";
import { viewHeading } from "./parts.ts";

export type DebateRoute = Extract<Route, { view: "debate" }>;

/** The head of a debate: its subjects, how much is shown, and the filters, which are the legend as well. */
export function debateHead(
  debate: DebateOutput,
  route: DebateRoute,
  change: (filter: Partial<DebateFilter>) => void,
): HTMLElement {
  const selection = selectDebate(debate, route.filter);
  const suggestions = debate.relations.filter(({ isSuggestion }) => isSuggestion).length;
  return h(
    "header",
    { class: "debate-head" },
    h(
      "div",
      { class: "debate-title" },
      h(
        "div",
        { class: "debate-names" },
        viewHeading(
          authorText(debate.a.label),
          h("span", { class: "versus" }, " or "),
          authorText(debate.b.label),
        ),
        h("p", { class: "quiet" }, shownWords(selection), " ", moreButton(selection, route.filter, change)),
      ),
      viewSwitch(route.filter, change),
      debate.note === null ? null : h("p", { class: "note" }, debate.note),
    ),
    h(
      "div",
      { class: "filters", role: "group", "aria-label": "Legend and filters" },
      kinds.map((kind) => kindToggle(kind, debate.relations, route.filter, change)),
      suggestions === 0 ? null : suggestionLegend(suggestions),
      confidenceFilter(route.filter, debate.relations, change),
    ),
  );
}

/** Chooses between the drawing and its twin in tables. */
function viewSwitch(filter: DebateFilter, change: (filter: Partial<DebateFilter>) => void): HTMLElement {
  return h(
    "div",
    { class: "switch", role: "group", "aria-label": "Show as" },
    (["drawing", "list"] as const).map((as) =>
      h(
        "button",
        {
          type: "button",
          class: "segment",
          "aria-pressed": String(filter.as === as),
          "data-key": `as ${as}`,
          onclick: () => change({ as }),
        },
        as === "drawing" ? "Drawing" : "List",
      ),
    ),
  );
}

function shownWords({ claims, relations, total, totalRelations }: DebateSelection): string {
  return `Showing ${formatNumber(claims.length)} of ${count(total, "claim")} and ${formatNumber(relations.length)} of ${count(totalRelations, "relation")}.`;
}

function kindToggle(
  kind: (typeof kinds)[number],
  relations: readonly RelationItem[],
  filter: DebateFilter,
  change: (filter: Partial<DebateFilter>) => void,
): HTMLElement {
  const isHidden = filter.hidden.includes(kind);
  const number = relations.filter((it) => it.kind === kind).length;
  return h(
    "button",
    {
      type: "button",
      class: "kind",
      "aria-pressed": String(!isHidden),
      "data-key": `kind ${kind}`,
      title: isHidden ? "Show these relations" : "Hide these relations",
      onclick: () =>
        change({ hidden: isHidden ? filter.hidden.filter((it) => it !== kind) : [...filter.hidden, kind] }),
    },
    kindSample(kind),
    kindLooks[kind].active,
    h("span", { class: "number" }, formatNumber(number)),
  );
}

/** What the thin lines mean: relations of any kind that are not sure. */
function suggestionLegend(number: number): HTMLElement {
  return h(
    "span",
    { class: "legend", title: "Relations that are not sure" },
    suggestionSample(),
    number === 1 ? "suggestion" : "suggestions",
    h("span", { class: "number" }, formatNumber(number)),
  );
}

/**
 * Leaves out what is less sure. It begins at the least sure relation there is, since nothing below is drawn
 * anyway.
 */
function confidenceFilter(
  filter: DebateFilter,
  relations: readonly RelationItem[],
  change: (filter: Partial<DebateFilter>) => void,
): HTMLElement {
  const steps = relations.map(({ confidence }) => confidence * 20);
  const min = relations.length === 0 ? 0 : Math.floor(Math.min(...steps)) * 5;
  const max = Math.max(min + 5, relations.length === 0 ? 0 : Math.ceil(Math.max(...steps)) * 5);
  const least = Math.max(min, Math.round(filter.least * 100));
  const output = h("output", { class: "number" }, `${least} % sure`);
  return h(
    "label",
    { class: "confidence" },
    "at least",
    h("input", {
      type: "range",
      min,
      max,
      step: 5,
      value: least,
      "aria-label": "Least confidence",
      "aria-valuetext": `${least} %`,
      "data-key": "confidence",
      oninput: (event: Event) => {
        output.textContent = `${(event.target as HTMLInputElement).value} % sure`;
      },
      onchange: (event: Event) => {
        const value = Number((event.target as HTMLInputElement).value);
        change({ least: value <= min ? noFilter.least : value / 100 });
      },
    }),
    output,
  );
}

/** A way to see what is left out: more claims, or those that no relation drawn ends on. */
function moreButton(
  { claims, eligible, total }: DebateSelection,
  filter: DebateFilter,
  change: (filter: Partial<DebateFilter>) => void,
): HTMLElement | null {
  const left = eligible - claims.length;
  if (left > 0)
    return h(
      "button",
      {
        type: "button",
        class: "more",
        "data-key": "more",
        onclick: () => change({ show: filter.show + claimsAtOnce }),
      },
      `Show ${formatNumber(Math.min(left, claimsAtOnce))} more`,
    );
  if (filter.hasLoners ? eligible === 0 : total <= eligible) return null;
  return h(
    "button",
    {
      type: "button",
      class: "more",
      "data-key": "more",
      onclick: () => change({ hasLoners: !filter.hasLoners }),
    },
    filter.hasLoners
      ? "Only claims with a relation"
      : `Also show ${formatNumber(total - eligible)} without a relation`,
  );
}
