import type { SimilarOutput } from "#queries/similar.ts";
import { authorText } from "../author-text.ts";
import { h, replaceContent } from "../dom.ts";
import { percent } from "../format.ts";
import type { Route } from "../route.ts";
import { link, personLink, separator, when, withOpen } from "./parts.ts";

/** Claims that say nearly the same, best first. */
export type SimilarClaims = SimilarOutput["items"];

const shown = 5;

const differences: Readonly<Record<SimilarClaims[number]["differences"][number], string>> = {
  negation: "one denies",
  numbers: "other numbers",
  opposites: "opposite words",
  order: "compared the other way round",
};

/**
 * Where claims that say nearly the same as one stand. It is empty and hidden until they are found, as that
 * takes longer than all else: {@link fillSimilar} then fills it, and leaves the rest of the page as it is.
 */
export function similarSection(claimId: string, found: SimilarClaims | undefined, route: Route): HTMLElement {
  const section = h("section", { class: "relation-group", "data-similar": claimId });
  fillSimilar(section, found, route);
  return section;
}

export function fillSimilar(section: HTMLElement, found: SimilarClaims | undefined, route: Route): void {
  // The claim's own other words stand above, and what somebody set apart is not the same.
  const others = (found ?? []).filter(({ isOne, isApart }) => !isOne && !isApart).slice(0, shown);
  section.hidden = others.length === 0;
  if (others.length === 0) section.replaceChildren();
  else
    replaceContent(
      section,
      h("h3", {}, "Says nearly the same"),
      h(
        "ul",
        {},
        others.map((item) => similarRow(item, route)),
      ),
    );
}

function similarRow({ score, differences: signs, words, claim }: SimilarClaims[number], route: Route) {
  const opposite = signs.map((sign) => differences[sign]).join(", ");
  return h(
    "li",
    { class: "relation" },
    link(
      withOpen(route, claim.id),
      { class: "words", "data-key": `similar ${claim.id}` },
      authorText(words.text),
    ),
    h(
      "p",
      { class: "byline" },
      personLink(words.speaker, words),
      separator(),
      when(words.createdAt),
      separator(),
      `${percent(score)} alike`,
      opposite === ""
        ? null
        : [separator(), h("span", { class: "fact" }, `says the opposite? (${opposite})`)],
    ),
  );
}
