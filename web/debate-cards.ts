import type { DebateOutput } from "#queries/debate.ts";
import { authorText, plainText } from "./author-text.ts";
import type { Column } from "./debate-selection.ts";
import { h } from "./dom.ts";
import { count, formatDay } from "./format.ts";

export type DebateClaim = DebateOutput["claims"][number];

/**
 * The box of a claim, which is a button.
 *
 * @param relations - how many of those drawn end on it.
 * @param side - the name of its side where no column tells it.
 */
export function claimCard(claim: DebateClaim, relations: number, side: string | null): HTMLElement {
  const who = claim.words.speaker?.name ?? "speaker unknown";
  return h(
    "button",
    {
      type: "button",
      class: `card ${claim.side ?? "apart"}`,
      tabindex: "-1",
      "data-claim": claim.id,
      "data-key": `card ${claim.id}`,
      title: plainText(claim.text),
    },
    h(
      "span",
      { class: "card-head" },
      h("span", { class: "card-who" }, authorText(who)),
      h("span", { class: "when" }, formatDay(claim.words.createdAt)),
    ),
    h("span", { class: "card-words" }, authorText(claim.text)),
    side === null ? null : h("span", { class: "card-side" }, authorText(side)),
    h("span", { class: "unseen" }, `, ${count(relations, "relation")} drawn`),
  );
}

export function columnHeading({ title, detail, side }: Column, width: number): HTMLElement {
  const heading = h(
    "div",
    { class: `column-heading ${side ?? "apart"}` },
    h("h2", {}, authorText(title)),
    detail === "" ? null : h("p", {}, authorText(detail)),
  );
  heading.style.width = `${width}px`;
  return heading;
}
