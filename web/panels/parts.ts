import type { ClaimItem, Person, RelationItem, Words } from "#queries/shapes.ts";
import { authorText } from "../author-text.ts";
import { type Child, h } from "../dom.ts";
import { count, formatDay, percent } from "../format.ts";
import { kindLooks, kindSample } from "../relation-kinds.ts";
import { formatRoute, type Route } from "../route.ts";

/** A link to a view of this page. */
export function link(
  route: Route,
  attributes: Readonly<Record<string, string | boolean>>,
  ...children: Child[]
): HTMLElement {
  return h("a", { href: formatRoute(route), ...attributes }, ...children);
}

/** The same view with another claim in the panel beside it. */
export function withOpen(route: Route, open: string | null): Route {
  return route.view === "claim" && open !== null
    ? { view: "claim", id: open, open: null }
    : { ...route, open };
}

export function personLink(person: Person | null, { isQuoted = false } = {}): HTMLElement {
  if (person === null)
    return h("span", { class: "person unknown" }, isQuoted ? "quoted, speaker unknown" : "author unknown");
  return link({ view: "author", id: person.id, open: null }, { class: "person" }, authorText(person.name));
}

export function when(instant: string | null): HTMLElement {
  return instant === null
    ? h("span", { class: "when" }, "undated")
    : h("time", { class: "when", datetime: instant }, formatDay(instant));
}

/** Who said some words, and when. */
export function byline(words: Words): HTMLElement {
  return h("p", { class: "byline" }, personLink(words.speaker, words), separator(), when(words.createdAt));
}

/** What a thread is called: its title, else its own id without the host before it. */
export function threadName({ id, title }: { readonly id: string; readonly title: string | null }): string {
  return title ?? id.slice(id.indexOf(":") + 1);
}

export function separator(): HTMLElement {
  return h("span", { class: "dot", "aria-hidden": "true" }, " · ");
}

export function conceptLink(label: string, id: string): HTMLElement {
  return link({ view: "concept", id, open: null }, { class: "chip" }, authorText(label));
}

/** A claim in a list: its words as a link, who and when, and how much is said about it. */
export function claimRow(claim: ClaimItem, route: Route): HTMLElement {
  const facts = [
    claim.attacks > 0 ? count(claim.attacks, "objection") : null,
    claim.relations > claim.attacks ? count(claim.relations, "relation") : null,
    claim.locutions > 1 ? `said ${claim.locutions} times` : null,
  ].filter((it) => it !== null);
  const isOpen = route.open === claim.id;
  return h(
    "li",
    { class: isOpen ? "claim-row open" : "claim-row" },
    link(
      withOpen(route, claim.id),
      { class: "words", "data-key": `row ${claim.id}`, ...(isOpen ? { "aria-current": "true" } : {}) },
      authorText(claim.text),
    ),
    claim.answers === null
      ? null
      : h(
          "p",
          { class: "byline" },
          "to ",
          personLink(claim.answers.speaker),
          ": ",
          h("q", {}, authorText(claim.answers.text)),
        ),
    h(
      "p",
      { class: "byline" },
      personLink(claim.words.speaker, claim.words),
      separator(),
      when(claim.words.createdAt),
      facts.map((fact) => [separator(), h("span", { class: "fact" }, fact)]),
    ),
  );
}

export function claimList(claims: readonly ClaimItem[], route: Route): HTMLElement {
  return h(
    "ol",
    { class: "claims" },
    claims.map((claim) => claimRow(claim, route)),
  );
}

/** One relation seen from one of its ends: the kind, the words at the other end, who, when and how sure. */
export function relationRow(relation: RelationItem, other: Words, route: Route): HTMLElement {
  return h(
    "li",
    { class: "relation", "data-relation": relation.id },
    link(
      withOpen(route, other.claimId),
      { class: "words", "data-key": `relation ${relation.id} ${other.claimId}` },
      authorText(other.text),
    ),
    h(
      "p",
      { class: "byline" },
      personLink(other.speaker, other),
      separator(),
      when(other.createdAt),
      separator(),
      link(
        { ...route, open: relation.id },
        { class: "sure", "data-key": `sure ${relation.id}` },
        relation.attack === null ? "" : `${relation.attack}, `,
        `${percent(relation.confidence)} sure`,
      ),
      judgement(relation).map((word) => [separator(), h("span", { class: "fact" }, word)]),
    ),
  );
}

/** Whether a relation is not sure, or what a person said of it. */
export function judgement({ id, isSuggestion, correction }: RelationItem): Child[] {
  if (correction === null) return isSuggestion ? ["suggestion"] : [];
  const { action, by, at, says, drawn } = correction;
  const what = { accept: "accepted", reject: "rejected", change: drawn === id ? "drawn" : "changed" }[action];
  const who: Child[] = by === "" ? [] : [" by ", authorText(by)];
  const time: Child[] = at === null ? [] : [", ", when(at)];
  const instead =
    action === "change" && drawn !== id && says !== null ? `: it ${kindLooks[says].active}` : "";
  return [[what, ...who, ...time, instead]];
}

/** Relations of one claim in one direction, by kind, each kind under its line and name. */
export function relationGroups(
  relations: readonly RelationItem[],
  direction: "incoming" | "outgoing",
  route: Route,
): HTMLElement[] {
  const groups = new Map<RelationItem["kind"], RelationItem[]>();
  for (const relation of relations)
    groups.set(relation.kind, [...(groups.get(relation.kind) ?? []), relation]);
  return [...groups].map(([kind, items]) =>
    h(
      "section",
      { class: "relation-group" },
      h(
        "h3",
        {},
        kindSample(kind),
        direction === "outgoing" ? `It ${kindLooks[kind].active}` : `It is ${incomingWords(kind)}`,
      ),
      h(
        "ul",
        {},
        items.map((item) => relationRow(item, direction === "outgoing" ? item.to : item.from, route)),
      ),
    ),
  );
}

function incomingWords(kind: RelationItem["kind"]): string {
  return kind === "disagrees-with" ? "disputed by" : kindLooks[kind].passive;
}

/** A short notice in place of a view: what happened, and what to do next. */
export function notice(title: string, ...children: Child[]): HTMLElement {
  return h(
    "section",
    { class: "notice" },
    h("h1", { tabindex: "-1", "data-heading": true }, title),
    ...children,
  );
}

export function viewHeading(...children: Child[]): HTMLElement {
  return h("h1", { tabindex: "-1", "data-heading": true }, ...children);
}
