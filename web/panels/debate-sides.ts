import type { DebateOutput } from "#queries/debate.ts";
import { authorText } from "../author-text.ts";
import { type Child, h } from "../dom.ts";
import { count, listed, percent } from "../format.ts";
import { kindSample } from "../relation-kinds.ts";
import type { DebateRoute } from "./debate.ts";
import { byline, link, personLink, withOpen } from "./parts.ts";

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
    ...apart(debate),
    h("h2", { class: "panel-title" }, "Where they clash"),
    h(
      "p",
      { class: "quiet" },
      clashes.length === 0
        ? "No disagreement across the sides was found."
        : `Showing ${clashes.length} of ${count(debate.counts.clashes.total, "clash", "clashes")}, the surest first.${unanswered(debate.unanswered.length)}`,
    ),
    h(
      "ol",
      { class: "clashes" },
      clashes.map((clash) => clashBox(clash, route)),
    ),
  ];
}

function unanswered(number: number): string {
  if (number === 0) return "";
  return ` ${count(number, "disagreement")} in all ${number === 1 ? "has" : "have"} no answer.`;
}

/** Whom the sides leave out, and why. */
function apart({ apart: people }: DebateOutput): HTMLElement[] {
  const reasons = [
    { why: "no-position", words: "Takes no position that the words show: " },
    { why: "other-dispute", words: "Disputes only with people on neither side: " },
  ];
  return reasons.flatMap(({ why, words }) => {
    const names = people.filter((it) => it.why === why).map(({ name }) => name);
    return names.length > 0 ? [h("p", { class: "quiet" }, words, authorText(listed(names)), ".")] : [];
  });
}

function sideBox({ id, label, members }: DebateOutput["sides"][number]): HTMLElement {
  const unknown = members.filter(({ isKnown }) => !isKnown);
  const claims = unknown.reduce((sum, member) => sum + member.claims, 0);
  return h(
    "section",
    { class: `side ${id}` },
    h("h3", {}, authorText(label)),
    h(
      "ul",
      {},
      members
        .filter(({ isKnown }) => isKnown)
        .map((member) =>
          h(
            "li",
            {},
            personLink({ id: member.id, name: member.name }),
            h("span", { class: "fact" }, count(member.claims, "claim")),
          ),
        ),
      unknown.length > 0
        ? h(
            "li",
            {},
            count(
              unknown.length,
              "unknown speaker whom somebody quotes",
              "unknown speakers whom somebody quotes",
            ),
            h("span", { class: "fact" }, count(claims, "claim")),
          )
        : null,
    ),
  );
}

function clashBox(
  { relation, fromSide, toSide, answers, replies }: DebateOutput["clashes"][number],
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
      byline(words),
    );
  return h(
    "li",
    { class: "clash" },
    end(relation.from, fromSide, "from"),
    h(
      "p",
      { class: "clash-kind" },
      kindSample("disagrees-with"),
      h(
        "span",
        {},
        `${relation.attack === null ? "disagrees with" : `${relation.attack}s`}, ${percent(relation.confidence)} sure, `,
        answer(answers.length, replies),
      ),
    ),
    end(relation.to, toSide, "to"),
  );
}

/** Whether the attacked side answered: by words on the very claim, else by a comment, which is named. */
function answer(answers: number, replies: readonly string[]): Child {
  const [reply] = replies;
  if (answers > 0) return answers === 1 ? "answered once" : `answered ${answers} times`;
  if (reply === undefined) return "unanswered";
  return link({ view: "comment", id: reply, open: null }, {}, "taken up in a reply");
}
