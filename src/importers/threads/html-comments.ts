import { readInstant } from "../../text/time.ts";
import { findDate } from "../../text/written-date.ts";
import {
  classesOf,
  elements,
  type HtmlElement,
  isElement,
  type parsePage,
  placeOf,
  wordsIn,
} from "./html-elements.ts";

/** A stretch of the page's source. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A comment as a page shows it. */
export interface PageComment {
  /** The page's own id of the comment, without words such as `comment-` before it; null when it has none. */
  readonly id: string | null;
  /** The name that an address of the page leads to it by; null when it has none. */
  readonly anchor: string | null;
  readonly parentId: string | null;
  readonly author: string;
  readonly at: string | null;
  /** The stretches of the source that hold the comment's words, in order. */
  readonly body: readonly Range[];
}

/** Classes of elements that hold one comment with all that belongs to it, on the common forums and blogs. */
const commentClasses = new Set(
  "comment reply post message topic-post comtr comment-item comments-node CommentsNode js-comment TimelineItem timeline-comment u-comment h-entry h-cite".split(
    " ",
  ),
);
const commentTypes = /schema\.org\/(?:Comment|UserComments|DiscussionForumPosting|Answer|Question)\b/u;
const bodyClass =
  /^(?:(?:comment|post|message|reply|entry)[-_]?(?:body|content|text|message)|commtext|cooked|md|e-content|usertext-body)$/iu;
const bodyProperty = /^(?:text|articleBody|commentText)$/u;
const authorClass = /^(?:(?:.*[-_])?(?:author|user(?:-?name)?|nickname|poster)|fn|hnuser|p-author|p-name)$/iu;
const dateClass = /^(?:(?:.*[-_])?(?:date|time|timestamp|posted|age|metadata)|dt-published)$/iu;
/** Parts of a comment that are not its words. */
const besideWords = new Set("button footer form header nav time".split(" "));
const idWords = /^(?:div-)?(?:comment|post|reply|message|msg|item)s?[-_:]?(?=[\w-]*\d|[\w-]{6,}$)/iu;

/**
 * Finds the comments of a saved page by what pages tell machines: microdata, microformats, `data-` attributes and
 * the classes that forums and blogs give to a comment.
 *
 * An element is a comment when it is marked as one and an author stands in it. A comment inside another
 * answers it, unless an attribute names another parent.
 */
export function findComments(page: ReturnType<typeof parsePage>): readonly PageComment[] {
  const marked = [...elements(page)].filter(isMarked);
  const set = new Set(marked);
  const authors = new Map(marked.map((element) => [element, authorOf(element, set)]));
  const comments = new Set(marked.filter((element) => authors.get(element) != null));
  const ids = new Map([...comments].map((element) => [element, idOf(element)]));
  return [...comments].map((element) => ({
    id: ids.get(element) ?? null,
    anchor: element.attribs.id ?? null,
    parentId: parentOf(element, comments, ids),
    author: authors.get(element) ?? "",
    at: timeOf(element, comments),
    body: bodyOf(element, comments),
  }));
}

function isMarked(element: HtmlElement): boolean {
  const { attribs, name } = element;
  if (name === "body" || name === "html" || name === "form") return false;
  return (
    commentTypes.test(attribs.itemtype ?? "") ||
    "data-author" in attribs ||
    "data-comment-id" in attribs ||
    attribs["data-type"] === "comment" ||
    classesOf(element).some((one) => commentClasses.has(one))
  );
}

/** The elements of a comment that belong to no comment inside it. */
function own(element: HtmlElement, comments: ReadonlySet<HtmlElement>): Generator<HtmlElement> {
  const below = element.children.filter((child) => !(isElement(child) && comments.has(child)));
  const inner = elements(below, (one) => !comments.has(one));
  return (function* () {
    for (const one of inner) if (!comments.has(one)) yield one;
  })();
}

function authorOf(element: HtmlElement, comments: ReadonlySet<HtmlElement>): string | null {
  const given = element.attribs["data-author"] ?? element.attribs["data-username"];
  if (given !== undefined && given.trim() !== "") return given.trim();
  for (const one of own(element, comments)) {
    const isAuthor =
      /\bauthor\b|\bcreator\b/u.test(one.attribs.itemprop ?? "") ||
      /\bauthor\b/u.test(one.attribs.rel ?? "") ||
      classesOf(one).some((name) => authorClass.test(name));
    if (!isAuthor) continue;
    const named = [...elements(one.children)].find(({ attribs }) => attribs.itemprop === "name");
    const name = one.attribs.content ?? wordsIn(named ?? firstLink(one) ?? one);
    if (name !== "" && name.length <= 80) return name;
  }
  return null;
}

/** Blogs put "Ann says:" into the element of the author, with her name in a link. */
function firstLink(element: HtmlElement): HtmlElement | undefined {
  return [...elements(element.children)].find(
    (one) => (one.name === "a" || one.name === "cite") && wordsIn(one) !== "",
  );
}

function timeOf(element: HtmlElement, comments: ReadonlySet<HtmlElement>): string | null {
  const stamped = element.attribs["data-time"] ?? element.attribs["data-timestamp"];
  let best = stamped === undefined ? null : readInstant(stamped);
  for (const one of own(element, comments)) {
    if (best !== null) break;
    const { itemprop = "", datetime, content, title } = one.attribs;
    if (one.name === "time" || /^date(?:Created|Published)$/u.test(itemprop))
      best = firstTime(datetime, content, title, wordsIn(one));
    else if (classesOf(one).some((name) => dateClass.test(name)))
      best = firstTime(title, datetime, wordsIn(one));
  }
  return best;
}

function firstTime(...texts: readonly (string | undefined)[]): string | null {
  for (const text of texts) {
    const instant = text === undefined ? null : (readInstant(text) ?? findDate(text)?.instant ?? null);
    if (instant !== null) return instant;
  }
  return null;
}

function idOf({ attribs }: HtmlElement): string | null {
  const id = attribs["data-comment-id"] ?? attribs["data-post-id"] ?? attribs.id ?? "";
  return id.replace(idWords, "").trim() || null;
}

function parentOf(
  element: HtmlElement,
  comments: ReadonlySet<HtmlElement>,
  ids: ReadonlyMap<HtmlElement, string | null>,
): string | null {
  const { attribs } = element;
  const named = attribs["data-reply-to"] ?? attribs["data-parent-id"] ?? attribs["data-parent"];
  if (named !== undefined) return named.replace(/^#/u, "").replace(idWords, "").trim() || null;
  for (const one of own(element, comments)) {
    const isLink = one.name === "a" && /^#\S/u.test(one.attribs.href ?? "");
    const isReply = /\b(?:in-reply-to|u-in-reply-to|parent|reply-to)\b/iu.test(
      `${one.attribs.class} ${one.attribs.rel}`,
    );
    if (isLink && (isReply || /^(?:parent|in reply to\b.*)$/iu.test(wordsIn(one))))
      return (one.attribs.href ?? "").slice(1).replace(idWords, "") || null;
  }
  for (let at = element.parent; at !== null; at = at.parent)
    if ("attribs" in at && comments.has(at)) return ids.get(at) ?? null;
  return null;
}

/** The part that the page marks as the words, else all of the comment but what is beside its words. */
function bodyOf(element: HtmlElement, comments: ReadonlySet<HtmlElement>): readonly Range[] {
  // A wrapper may carry such a class as well: the innermost one holds the words and nothing else.
  let words: HtmlElement | null = null;
  for (const one of own(element, comments)) {
    if (words !== null && placeOf(one).start >= placeOf(words).end) break;
    if (bodyProperty.test(one.attribs.itemprop ?? "") || classesOf(one).some((name) => bodyClass.test(name)))
      words = one;
  }
  if (words !== null) return [placeOf(words)];
  const whole = placeOf(element);
  const ranges: Range[] = [];
  let from = whole.start;
  for (const one of elements(element.children, (inner) => !isBeside(inner, comments))) {
    if (!isBeside(one, comments)) continue;
    const { start, end } = placeOf(one);
    if (start > from) ranges.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  if (whole.end > from) ranges.push({ start: from, end: whole.end });
  return ranges;
}

function isBeside(element: HtmlElement, comments: ReadonlySet<HtmlElement>): boolean {
  if (comments.has(element) || besideWords.has(element.name)) return true;
  return (
    /\bauthor\b/u.test(`${element.attribs.rel ?? ""} ${element.attribs.itemprop ?? ""}`) ||
    classesOf(element).some((name) => authorClass.test(name) || dateClass.test(name))
  );
}
