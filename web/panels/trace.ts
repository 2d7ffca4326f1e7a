import type { Span } from "#model/span.ts";
import type { RelationItem } from "#queries/shapes.ts";
import type { TraceOutput } from "#queries/trace.ts";
import { authorText, type Highlight } from "../author-text.ts";
import { h, svg } from "../dom.ts";
import { count, formatDay } from "../format.ts";
import { kindSample } from "../relation-kinds.ts";
import type { Route } from "../route.ts";
import {
  claimRow,
  conceptLink,
  link,
  personLink,
  relationRow,
  separator,
  viewHeading,
  when,
} from "./parts.ts";

type Step = TraceOutput["steps"][number];

/**
 * One claim over time: an axis with true dates, and under it each wording with what changed and what was
 * objected.
 */
export function tracePanel(trace: TraceOutput, route: Route): HTMLElement {
  const texts = new Map(trace.steps.map(({ words }) => [words.locutionId, words]));
  const speakers = new Map(trace.steps.map(({ words }) => [words.speaker?.id ?? "", words.speaker]));
  return h(
    "div",
    { class: "reading trace" },
    h("p", { class: "eyebrow" }, "One claim over time"),
    viewHeading(authorText(trace.claim.text)),
    h(
      "p",
      { class: "quiet" },
      trace.isAlone
        ? trace.suggestions === 0
          ? "Said once, and not refined since."
          : `Said once; whether it was refined since is not sure (${count(trace.suggestions, "suggestion")}).`
        : `${count(trace.steps.length, "wording")}, oldest first.`,
      " ",
      [...speakers.values()].map((person, index) => [index > 0 ? ", " : "", personLink(person)]),
    ),
    axis(trace.steps),
    h(
      "ol",
      { class: "steps" },
      trace.steps.map((step) => stepItem(step, texts, route)),
    ),
    trace.near.length > 0
      ? h(
          "section",
          {},
          h("h2", {}, "Near it, by the same person"),
          h("p", { class: "quiet" }, "These are about the same concepts. They are not refinements."),
          h(
            "ol",
            { class: "claims" },
            trace.near.map(({ claim, shared }) => {
              const row = claimRow(claim, route);
              row.append(
                h(
                  "div",
                  { class: "chips" },
                  shared.map(({ id, label }) => conceptLink(label, id)),
                ),
              );
              return row;
            }),
          ),
        )
      : null,
    trace.others.length > 0
      ? h(
          "section",
          {},
          h("h2", {}, "Or did you mean"),
          h(
            "ul",
            { class: "others" },
            trace.others.map(({ id, text }) =>
              h("li", {}, link({ view: "trace", claim: id, author: null, open: null }, {}, authorText(text))),
            ),
          ),
        )
      : null,
  );
}

function stepItem(step: Step, texts: ReadonlyMap<string, Step["words"]>, route: Route): HTMLElement {
  const { words, change } = step;
  const added = highlights("ins", change?.added ?? []);
  const earlier = change === null ? undefined : texts.get(change.from);
  const gone = earlier === undefined ? [] : (change?.removed ?? []);
  return h(
    "li",
    { class: "step" },
    h(
      "p",
      { class: "byline" },
      when(words.createdAt),
      separator(),
      personLink(words.speaker, words),
      separator(),
      link({ view: "comment", id: words.commentId, open: route.open }, {}, "whole comment"),
    ),
    h(
      "p",
      { class: "wording" },
      link(
        { ...route, open: words.claimId },
        { class: "words", "data-key": `step ${words.locutionId}` },
        authorText(words.text, added),
      ),
    ),
    earlier === undefined || gone.length === 0
      ? null
      : h(
          "p",
          { class: "earlier" },
          h("span", { class: "quiet" }, "Before, ", when(earlier.createdAt), ": "),
          authorText(earlier.text, highlights("del", gone)),
        ),
    change === null
      ? null
      : h("p", { class: "unseen" }, changeInWords(change, words.text, earlier?.text ?? "")),
    step.attacks.map(({ attack, answers }) => objection(attack, answers, route)),
  );
}

function highlights(tag: "ins" | "del", spans: readonly Span[]): Highlight[] {
  return spans.map((span) => ({ ...span, tag, attributes: {} }));
}

function changeInWords(
  { added, removed }: NonNullable<Step["change"]>,
  text: string,
  earlier: string,
): string {
  const quote = (of: string, spans: readonly Span[]) =>
    spans.map(({ start, end }) => of.slice(start, end)).join("; ");
  return [
    added.length > 0 ? `New: ${quote(text, added)}.` : "",
    removed.length > 0 && earlier !== "" ? `Left out: ${quote(earlier, removed)}.` : "",
  ]
    .join(" ")
    .trim();
}

function objection(attack: RelationItem, answers: readonly RelationItem[], route: Route): HTMLElement {
  return h(
    "section",
    { class: "objection" },
    h("h3", {}, kindSample("disagrees-with"), "Disputed"),
    h("ul", {}, relationRow(attack, attack.from, route)),
    answers.length > 0
      ? [
          h("h3", {}, kindSample("responds-to"), "Answered"),
          h(
            "ul",
            {},
            answers.map((it) => relationRow(it, it.from, route)),
          ),
        ]
      : h("p", { class: "quiet" }, "Nobody answered this."),
  );
}

const axisWidth = 720;
const axisHeight = 74;

/** The wordings and the objections at their true dates. Left out where fewer than two dates are known. */
function axis(steps: readonly Step[]): Element | null {
  const dots = steps.flatMap(({ words, attacks }) => [
    { at: words.createdAt, kind: "wording", text: words.text, claimId: words.claimId },
    ...attacks.map(({ attack }) => ({
      at: attack.createdAt,
      kind: "attack",
      text: attack.from.text,
      claimId: attack.from.claimId,
    })),
  ]);
  const times = dots.flatMap(({ at }) => (at === null ? [] : [Date.parse(at)]));
  const first = Math.min(...times);
  const last = Math.max(...times);
  if (times.length < 2 || first === last) return null;
  const x = (time: number) => 16 + ((time - first) / (last - first)) * (axisWidth - 32);
  return svg(
    "svg",
    {
      class: "axis",
      viewBox: `0 0 ${axisWidth} ${axisHeight}`,
      role: "img",
      "aria-label": `Time line from ${formatDay(new Date(first).toISOString())} to ${formatDay(new Date(last).toISOString())}; the list below says the same.`,
    },
    svg("line", { class: "rule", x1: 16, x2: axisWidth - 16, y1: 36, y2: 36 }),
    dots.map(({ at, kind }) =>
      at === null
        ? null
        : kind === "wording"
          ? svg("circle", { class: "said", cx: x(Date.parse(at)), cy: 36, r: 7 })
          : svg("path", {
              class: "objected",
              d: `M${x(Date.parse(at))} 12 V26 M${x(Date.parse(at)) - 6} 27 h12`,
            }),
    ),
    svg("text", { x: 10, y: 66, class: "date" }, formatDay(new Date(first).toISOString())),
    svg("text", { x: axisWidth - 10, y: 66, class: "date end" }, formatDay(new Date(last).toISOString())),
  );
}
