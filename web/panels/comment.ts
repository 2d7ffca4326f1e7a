import type { CommentOutput } from "#queries/comment.ts";
import type { CommentItem } from "#queries/shapes.ts";
import { authorText, type Highlight } from "../author-text.ts";
import { h } from "../dom.ts";
import { count } from "../format.ts";
import { formatRoute, type Route } from "../route.ts";
import { link, personLink, separator, threadName, viewHeading, when } from "./parts.ts";

/** A whole comment with each claim in it as a link, its quotes told apart, and its neighbours in the thread. */
export function commentPanel(comment: CommentOutput, route: Route): HTMLElement {
  const claims = new Set(comment.words.map(({ claimId }) => claimId)).size;
  return h(
    "div",
    { class: "reading" },
    h(
      "p",
      { class: "eyebrow" },
      comment.thread === null ? "Comment" : ["Comment in ", authorText(threadName(comment.thread))],
    ),
    viewHeading(
      comment.author === null ? "Author unknown" : authorText(comment.author.name),
      ", ",
      when(comment.createdAt),
    ),
    comment.status === "live" ? null : h("p", { class: "tombstone" }, tombstones[comment.status]),
    comment.parent === null ? null : neighbour("Answers", comment.parent, route),
    h(
      "div",
      { class: "comment-text whole", dir: "auto" },
      authorText(comment.text, highlights(comment, route)),
    ),
    comment.text === ""
      ? null
      : h(
          "p",
          { class: "quiet" },
          `${count(claims, "claim")} found, underlined. Quoted words are set in grey.`,
        ),
    provenance(comment),
    comment.replies.length > 0
      ? h(
          "section",
          {},
          h("h2", {}, count(comment.replies.length, "answer")),
          h(
            "ul",
            { class: "comments" },
            comment.replies.map((it) => h("li", {}, neighbour(null, it, route))),
          ),
        )
      : null,
    h(
      "nav",
      { class: "before-after", "aria-label": "In the thread" },
      comment.previous === null ? null : neighbour("Before", comment.previous, route),
      comment.next === null ? null : neighbour("After", comment.next, route),
    ),
  );
}

/** What became of a comment that is not as its author left it. */
const tombstones: Readonly<Record<Exclude<CommentOutput["status"], "live">, string>> = {
  deleted: "Deleted by its author. It is kept as a place in the thread, for the answers to it.",
  removed: "Removed by a moderator. It is kept as a place in the thread, for the answers to it.",
  retracted: "Its author has retracted this comment. The words are struck out on the site.",
  hidden: "Hidden on the site, and readable there by a click.",
  stub: "Answers to this comment were mapped, and it was not. Map a fuller export to see it.",
};

/** Where a comment came from, what readers made of it, and its other texts. */
function provenance(comment: CommentOutput): HTMLElement {
  const { url, origins, editedAt, score, reactions, versions } = comment;
  const others = versions.filter(({ id, text }) => id !== comment.version && text !== "");
  return h(
    "section",
    { class: "provenance" },
    h("h2", {}, "Where it comes from"),
    h(
      "ul",
      {},
      origins.map(({ file, format, captured, record }) =>
        h(
          "li",
          {},
          authorText(file),
          h("span", { class: "quiet" }, ` (${format}${captured === null ? "" : `, taken ${captured}`})`),
          record === null ? null : h("span", { class: "quiet" }, ", record ", authorText(record)),
        ),
      ),
      url === null
        ? null
        : h(
            "li",
            {},
            h("a", { href: url, rel: "noopener noreferrer nofollow", class: "outside" }, "The original"),
            h("span", { class: "quiet" }, ` on ${new URL(url).hostname}`),
          ),
      editedAt === null ? null : h("li", {}, "Edited ", when(editedAt)),
      score === null ? null : h("li", {}, `Score ${score}`),
      reactions.length === 0
        ? null
        : h("li", {}, count(reactions.length, "reaction"), ": ", reactionNames(comment)),
    ),
    others.map(({ text, at, kind }) =>
      h(
        "details",
        { class: "version" },
        h(
          "summary",
          {},
          kind === "extraction" ? "As another copy of it reads" : "Another text of this comment",
          at === null ? null : [", ", when(at)],
        ),
        h("div", { class: "comment-text whole", dir: "auto" }, authorText(text)),
      ),
    ),
  );
}

/** The kinds of reactions, the most frequent first: `agree 3, crux 1`. */
function reactionNames({ reactions }: CommentOutput): HTMLElement {
  const counts = new Map<string, number>();
  for (const { kind } of reactions) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return h("span", {}, authorText(sorted.map(([kind, times]) => `${kind} ${times}`).join(", ")));
}

/** The claims and quotes whose spans count in the text shown; others belong to an older version. */
function highlights(comment: CommentOutput, route: Route): Highlight[] {
  const claims = comment.words
    .filter(({ version }) => version === comment.version)
    .map(
      ({ span, claimId }): Highlight => ({
        ...span,
        tag: "a",
        attributes: {
          href: formatRoute({ ...route, open: claimId }),
          class: route.open === claimId ? "in-text open" : "in-text",
          "data-key": `in-text ${span.start}`,
        },
      }),
    );
  const quotes = comment.quotes
    .filter(({ version }) => version === comment.version)
    .flatMap(({ span }) =>
      gaps(span, claims).map((gap): Highlight => ({ ...gap, tag: "span", attributes: { class: "quoted" } })),
    );
  return [...claims, ...quotes];
}

/** What of a span the highlights leave free. */
function gaps(span: { readonly start: number; readonly end: number }, taken: readonly Highlight[]) {
  const free: { start: number; end: number }[] = [];
  let at = span.start;
  for (const { start, end } of taken.toSorted((a, b) => a.start - b.start)) {
    if (end <= at || start >= span.end) continue;
    if (start > at) free.push({ start: at, end: start });
    at = end;
  }
  if (at < span.end) free.push({ start: at, end: span.end });
  return free;
}

function neighbour(
  title: string | null,
  { id, author, createdAt, start, status }: CommentItem,
  route: Route,
): HTMLElement {
  return h(
    "div",
    { class: "neighbour" },
    h(
      "p",
      { class: "byline" },
      title === null ? null : h("span", { class: "fact" }, title, " "),
      personLink(author),
      separator(),
      when(createdAt),
    ),
    link(
      { view: "comment", id, open: route.open },
      {},
      status === "stub" ? "a comment that was not among those mapped" : authorText(start),
    ),
  );
}
