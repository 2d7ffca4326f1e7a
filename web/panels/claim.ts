import type { CommentOutput } from "#queries/comment.ts";
import type { WordsInComment } from "#queries/shapes.ts";
import type { ShowOutput } from "#queries/show.ts";
import { authorText, type Highlight } from "../author-text.ts";
import { h } from "../dom.ts";
import { count, listed } from "../format.ts";
import type { Route } from "../route.ts";
import { conceptLink, link, personLink, relationGroups, separator, threadName, when } from "./parts.ts";
import { type SimilarClaims, similarSection } from "./similar.ts";

type ShownClaim = Extract<ShowOutput, { kind: "claim" }>;

/** A claim with the comments that it was said in, by id, for what only they tell: the thread. */
export interface ClaimData {
  readonly claim: ShownClaim;
  readonly comments: ReadonlyMap<string, CommentOutput>;
}

/** Everything about one claim: its words in each comment, what it is joined to, what it is about, who holds it. */
export function claimPanel(
  { claim, comments }: ClaimData,
  route: Route,
  similar: SimilarClaims | undefined,
): HTMLElement[] {
  const relations = claim.incoming.length + claim.outgoing.length;
  return [
    h("p", { class: "eyebrow" }, "Claim"),
    route.view === "claim"
      ? h("h1", { class: "claim-text", tabindex: "-1", "data-heading": true }, authorText(claim.text))
      : h("h2", { class: "claim-text", tabindex: "-1", "data-panel-heading": true }, authorText(claim.text)),
    h(
      "div",
      { class: "chips" },
      claim.concepts.map(({ id, label }) => conceptLink(label, id)),
    ),
    h(
      "section",
      { class: "said" },
      claim.locutions.length > 1
        ? h("p", { class: "quiet" }, `Said ${claim.locutions.length} times, oldest first.`)
        : null,
      claim.locutions.map((words) => locution(words, comments.get(words.commentId))),
    ),
    ...relationGroups(claim.incoming, "incoming", route),
    ...relationGroups(claim.outgoing, "outgoing", route),
    ...(relations === 0 ? [h("p", { class: "quiet" }, noRelation(claim))] : []),
    ...(relations > 0 && claim.suggestions > 0
      ? [h("p", { class: "quiet" }, `${count(claim.suggestions, "more suggestion")}.`)]
      : []),
    ...answers(claim),
    ...stances(claim),
    similarSection(claim.id, similar, route),
    h(
      "p",
      { class: "actions" },
      link(
        { view: "trace", claim: claim.id, author: null, open: null },
        { class: "button" },
        "Trace this claim",
      ),
      route.view === "claim"
        ? null
        : link({ view: "claim", id: claim.id, open: null }, { class: "button quiet" }, "Link to this claim"),
    ),
  ];
}

/** Some words inside their comment, under who said them, when and where. */
export function locution(words: WordsInComment, comment: CommentOutput | undefined): HTMLElement {
  const thread = comment?.thread ?? null;
  const isOther = words.commentAuthor !== null && words.commentAuthor.id !== words.speaker?.id;
  return h(
    "article",
    { class: "locution" },
    h(
      "p",
      { class: "byline" },
      personLink(words.speaker, words),
      reports(words),
      isOther && words.commentAuthor !== null ? [" quoted by ", personLink(words.commentAuthor)] : null,
      separator(),
      when(words.createdAt),
      separator(),
      link(
        { view: "comment", id: words.commentId, open: words.claimId },
        { "data-to-comment": true },
        thread === null ? "whole comment" : ["in ", authorText(threadName(thread))],
      ),
    ),
    h(
      "blockquote",
      {
        class: "comment-text",
        tabindex: "0",
        role: "group",
        "aria-label": "The comment, with the words of the claim marked",
        "data-scroll-to-mark": true,
        dir: "auto",
      },
      authorText(words.commentText, wordsInText(words)),
    ),
  );
}

/** That words report somebody: who it is, where that is known, and the words that name them. */
function reports({ reported, speaker }: WordsInComment): (string | Node)[] | null {
  if (reported === null) return null;
  const { text, person } = reported;
  if (person !== null && person.id === speaker?.id) return [" reports an earlier view"];
  const source = h("q", {}, authorText(text));
  return person === null
    ? [" reports what ", source, " said"]
    : [" reports what ", personLink(person), " said", ...(person.name === text ? [] : [" (", source, ")"])];
}

/** The words of a claim in their comment, and the lead-in that goes before them. */
function wordsInText({ span, leadIn }: WordsInComment): Highlight[] {
  const marks: Highlight[] = [{ ...span, tag: "mark", attributes: { class: "said-words" } }];
  if (leadIn !== null) marks.push({ ...leadIn.span, tag: "mark", attributes: { class: "lead-in" } });
  return marks;
}

function noRelation({ suggestions }: ShownClaim): string {
  return suggestions === 0
    ? "No relation to another claim was found."
    : `No relation is sure; there ${suggestions === 1 ? "is" : "are"} ${count(suggestions, "suggestion")}.`;
}

/** What the input itself says where no relation is drawn: which comment answers which. */
function answers({ answers: all }: ShownClaim): HTMLElement[] {
  if (all.length === 0) return [];
  return [
    h(
      "section",
      { class: "relation-group" },
      h("h3", {}, "Who answers whom, by comments"),
      h(
        "ul",
        {},
        all.map(({ direction, comment, passage }) =>
          h(
            "li",
            { class: "relation" },
            direction === "out" ? "Its comment answers " : "Answered by ",
            link({ view: "comment", id: comment.id, open: null }, {}, authorText(comment.start)),
            h(
              "p",
              { class: "byline" },
              personLink(comment.author),
              separator(),
              when(comment.createdAt),
              passage === null ? null : [separator(), "to ", h("q", {}, authorText(passage))],
            ),
          ),
        ),
      ),
    ),
  ];
}

function stances({ stances: all }: ShownClaim): HTMLElement[] {
  if (all.length === 0) return [];
  const people = (stance: string) => [
    ...new Set(all.filter((it) => it.stance === stance).map((it) => it.author.name)),
  ];
  const lines = [
    { label: "For it", names: people("for") },
    { label: "Against it", names: people("against") },
    { label: "Neutral", names: people("neutral") },
  ].filter(({ names }) => names.length > 0);
  return [
    h(
      "section",
      { class: "stances" },
      h("h3", {}, `Held by ${count(new Set(all.map(({ author }) => author.id)).size, "person", "people")}`),
      h(
        "dl",
        {},
        lines.map(({ label, names }) => [h("dt", {}, label), h("dd", {}, authorText(listed(names)))]),
      ),
    ),
  ];
}
