import type { WordsInComment } from "#queries/shapes.ts";
import type { ShowOutput } from "#queries/show.ts";
import { authorText } from "../author-text.ts";
import { type Child, h } from "../dom.ts";
import { percent } from "../format.ts";
import { kindLooks, kindSample } from "../relation-kinds.ts";
import type { Route } from "../route.ts";
import { locution } from "./claim.ts";
import { judgement, link, withOpen } from "./parts.ts";

type ShownRelation = Extract<ShowOutput, { kind: "relation" }>;

/** How an attack reads, beyond that it is a disagreement. */
const attackWords = {
  rebut: "It denies the claim itself.",
  undermine: "It denies a premise.",
  undercut: "It denies that the premise bears on the claim.",
} as const;

/** One relation as a sentence: the words that answer, the kind, the words answered, each in its comment. */
export function relationPanel({ relation, from, to }: ShownRelation, route: Route): HTMLElement[] {
  const { noun, active } = kindLooks[relation.kind];
  return [
    h("p", { class: "eyebrow" }, "Relation"),
    h(
      "h2",
      { class: "claim-text", tabindex: "-1", "data-panel-heading": true },
      person(from),
      ` ${active} `,
      from.speaker !== null && from.speaker.id === to.speaker?.id ? "their own words" : person(to),
    ),
    h(
      "p",
      { class: "quiet" },
      `${noun}, ${percent(relation.confidence)} sure; found by ${relation.extractor} (${relation.method}). `,
      relation.attack === null ? null : attackWords[relation.attack],
      judgement(relation).map((word) => [" (", word, ")"]),
    ),
    ...drawnInstead(relation, route),
    end(from, route, "from"),
    h("p", { class: "between" }, kindSample(relation.kind), active),
    end(to, route, "to"),
  ];
}

/** The way to what a person says stands between these words, where that is another relation. */
function drawnInstead(
  { id, correction }: Pick<ShownRelation["relation"], "id" | "correction">,
  route: Route,
): HTMLElement[] {
  const drawn = correction?.drawn ?? null;
  if (drawn === null || drawn === id) return [];
  const way = { "data-key": `drawn ${drawn}` };
  return [h("p", { class: "quiet" }, link(withOpen(route, drawn), way, "Show what stands there instead"))];
}

function person({ speaker }: WordsInComment): Child {
  return speaker === null ? "Somebody unknown" : authorText(speaker.name);
}

function end(words: WordsInComment, route: Route, key: string): HTMLElement {
  return h(
    "section",
    { class: "said" },
    link(
      withOpen(route, words.claimId),
      { class: "words", "data-key": `end ${key} ${words.claimId}` },
      authorText(words.text),
    ),
    locution(words, undefined),
  );
}
