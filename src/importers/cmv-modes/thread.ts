import { Parser } from "htmlparser2";
import type { Span } from "../../model/span.ts";
import { type MappedText, MappedTextBuilder } from "../../text/offset-map.ts";

/** A claim or premise as annotators marked it; `span` counts in the words of its post. */
export interface Mark {
  readonly id: string;
  readonly rel: string | null;
  /** Ids of marks in the thread; `title` is the title. */
  readonly refs: readonly string[];
  readonly span: Span;
}

/** A post with its words, which are Markdown, and how these lead back to the file. */
export interface MarkedPost {
  readonly kind: "title" | "post" | "reply";
  /** Null for title and post, which the thread names. */
  readonly id: string | null;
  readonly author: string | null;
  readonly words: MappedText;
  readonly marks: readonly Mark[];
}

export interface MarkedThread {
  readonly id: string | null;
  readonly url: string | null;
  readonly posts: readonly MarkedPost[];
  /** Whether the document ends inside a post, which is then left out. */
  readonly isBroken: boolean;
}

const kinds: ReadonlyMap<string, MarkedPost["kind"]> = new Map([
  ["title", "title"],
  ["OP", "post"],
  ["reply", "reply"],
]);

interface OpenPost {
  readonly kind: MarkedPost["kind"];
  readonly id: string | null;
  readonly author: string | null;
  readonly builder: MappedTextBuilder;
  readonly marks: Mark[];
  readonly open: { readonly attributes: Readonly<Record<string, string>>; readonly start: number }[];
}

/**
 * Reads a thread whose posts have claims and premises marked in them. Entities that it declares are not
 * expanded.
 */
export function readMarkedThread(document: string): MarkedThread {
  const posts: MarkedPost[] = [];
  let id: string | null = null;
  let url: string | null = null;
  let isInSource = false;
  let isBroken = false;
  let post: OpenPost | null = null;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const kind = kinds.get(name);
        if (name === "thread") id = attributes.ID ?? attributes.id ?? null;
        else if (name === "source") isInSource = true;
        else if (kind !== undefined && post === null) post = openPost(kind, attributes);
        else if (name === "claim" || name === "premise")
          post?.open.push({ attributes, start: post.builder.length });
      },
      ontext: (data) => {
        if (isInSource) url = `${url ?? ""}${data}`;
        if (post === null) return;
        const start = parser.startIndex;
        const end = parser.endIndex + 1;
        if (document.slice(start, end) === data) post.builder.copy(data, start);
        else post.builder.make(data, start, end);
      },
      onclosetag: (name, isImplied) => {
        // The parser closes by itself what is open at the end.
        if (isImplied) {
          isBroken = true;
          return;
        }
        if (name === "source") isInSource = false;
        if (post === null) return;
        if (name === "claim" || name === "premise") closeMark(post);
        else if (kinds.get(name) === post.kind) {
          const { kind, author, marks } = post;
          posts.push({ kind, id: post.id, author, words: post.builder.build(), marks });
          post = null;
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(document);
  const address: string | null = url;
  return { id, url: address === null ? null : String(address).trim(), posts, isBroken };
}

function openPost(kind: MarkedPost["kind"], attributes: Readonly<Record<string, string>>): OpenPost {
  const builder = new MappedTextBuilder();
  const author = attributes.author?.trim() || null;
  return { kind, id: attributes.id ?? null, author, builder, marks: [], open: [] };
}

function closeMark({ builder, kind, marks, open }: OpenPost): void {
  const mark = open.pop();
  if (mark === undefined || mark.start >= builder.length) return;
  const { id, rel, ref } = mark.attributes;
  const name = kind === "title" ? "title" : id;
  if (name === undefined) return;
  const span = { start: mark.start, end: builder.length };
  marks.push({ id: name, rel: rel ?? null, refs: (ref ?? "").split("_").filter((one) => one !== ""), span });
}
