import type { DebateOutput } from "#queries/debate.ts";
import { authorText } from "../author-text.ts";
import { h } from "../dom.ts";
import { count, percent } from "../format.ts";
import { kindSample } from "../relation-kinds.ts";
import type { DebateRoute } from "./debate.ts";
import { link, personLink, separator, when, withOpen } from "./parts.ts";

const clashesShown = 5;

/** Beside the drawing while no claim is open: who stands where, and the sharpest clashes. */
export function debateSides(debate: DebateOutput, route: DebateRoute): HTMLElement[] {
  const clashes = debate.clashes.slice(0, clashesShown);
  return [
    h("h2", { class: "panel-title", tabindex: "-1", "data-panel-heading": true }, "Who stands where"),
    debate.sides.length === 0
      ? h("p", { class: "quiet" }, "Too little disagreement was found to tell sides apart.")
      : h(
          "div",
          { class: "sides" },
          debate.sides.map((side) => sideBox(side)),
        ),
    debate.apart.length > 0
      ? h(
          "p",
          { class: "quiet" },
          "On neither side: ",
          authorText(debate.apart.map(({ name }) => name).join(", ")),
        )
      : h("span", { hidden: true }),
    h("h2", { class: "panel-title" }, "Where they clash"),
    h(
      "p",
      { class: "quiet" },
      clashes.length === 0
        ? "No disagreement across the sides was found."
        : `Showing ${clashes.length} of ${count(debate.counts.clashes.total, "clash", "clashes")}, the surest first. ${count(debate.unanswered.length, "disagreement")} in all ${debate.unanswered.length === 1 ? "has" : "have"} no answer.`,
    ),
    h(
      "ol",
      { class: "clashes" },
      clashes.map((clash) => clashBox(clash, route)),
    ),
  ];
}

function sideBox({ id, label, members }: DebateOutput["sides"][number]): HTMLElement {
  return h(
    "section",
    { class: `side ${id}` },
    h("h3", {}, authorText(label)),
    h(
      "ul",
      {},
      members.map((member) =>
        h(
          "li",
          {},
          member.isKnown ? personLink({ id: member.id, name: member.name }) : authorText(member.name),
          h("span", { class: "fact" }, count(member.claims, "claim")),
        ),
      ),
    ),
  );
}

function clashBox(
  { relation, fromSide, toSide, answers }: DebateOutput["clashes"][number],
  route: DebateRoute,
): HTMLElement {
  const end = (words: typeof relation.from, side: string, key: string) =>
    h(
      "div",
      { class: `clash-end ${side}` },
      link(
        withOpen(route, words.claimId),
        { class: "words", "data-key": `clash ${key} ${relation.id}` },
        authorText(words.text),
      ),
      h("p", { class: "byline" }, personLink(words.speaker, words), separator(), when(words.createdAt)),
    );
  return h(
    "li",
    { class: "clash" },
    end(relation.from, fromSide, "from"),
    h(
      "p",
      { class: "clash-kind" },
      kindSample("disagrees-with"),
      `${relation.attack === null ? "disagrees with" : `${relation.attack}s`}, ${percent(relation.confidence)} sure, `,
      answers.length === 0
        ? "unanswered"
        : `answered ${answers.length === 1 ? "once" : `${answers.length} times`}`,
    ),
    end(relation.to, toSide, "to"),
  );
}
