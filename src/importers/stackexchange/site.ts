import type { CommentDraft } from "../../model/draft.ts";
import { type ImportOptions, siteHost } from "../importer.ts";
import type { XmlElement } from "../xml-elements.ts";

/** Names are held for as many people; the largest site has more, and then shows numbers. */
const mostPeople = 500_000;
/** Questions are held for as many answers; beyond, the comments on an answer form a thread of their own. */
const mostAnswers = 500_000;

/** What rows refer to: the site, and its people and posts as far as they were read. */
export interface SiteContext {
  readonly host: string;
  /** Whether `host` is the site's address, so that links can be made. */
  readonly isAddress: boolean;
  readonly people: People;
  readonly posts: Posts;
}

/** A row as a comment; `warning` says what of it could not be read. Or why it is none. */
export type RowDraft =
  | { readonly comment: CommentDraft; readonly warning: string | null }
  | { readonly problem: string };

const address =
  /^(?:[a-z0-9-]+\.)*(?:(?:stackexchange|stackoverflow|serverfault|superuser|askubuntu|stackapps)\.com|mathoverflow\.net)/iu;

/** The site by the name of its dump ("cardano.stackexchange.com.7z"), unless the user named it. */
export function siteOf(name: string, options: ImportOptions): { host: string; isAddress: boolean } {
  const found = address.exec(name)?.[0].toLowerCase() ?? null;
  const host = found === null ? options.host : siteHost(found.replace(/^www\./u, ""), options);
  return { host, isAddress: host === found || address.test(host) };
}

/** The people of a site, by their numbers. */
export class People {
  forgotten = 0;
  readonly #host: string;
  readonly #names = new Map<string, string>();

  constructor(host: string) {
    this.#host = host;
  }

  add(row: XmlElement): void {
    const id = row.attributes.get("Id");
    const name = row.attributes.get("DisplayName");
    if (!id || !name) return;
    if (this.#names.size < mostPeople) this.#names.set(id, name);
    else this.forgotten++;
  }

  /** Who wrote a row: a number with a name, or the name alone that a person who left leaves behind. */
  author(id: string | undefined, name: string | undefined): CommentDraft["author"] {
    const plain = `user${id}`;
    if (id) return { id: `${this.#host}:${plain}`, name: this.#names.get(id) ?? name ?? plain };
    return name ? { id: `${this.#host}:${name}`, name } : null;
  }
}

/** Which question an answer belongs to. */
export class Posts {
  readonly #questions = new Map<string, string>();

  add(answer: string, question: string): void {
    if (this.#questions.size < mostAnswers) this.#questions.set(answer, question);
  }

  /** The question that a post belongs to, the post itself where it is one or nothing is known. */
  questionOf(post: string): string {
    return this.#questions.get(post) ?? post;
  }
}

/** A whole number in an attribute; null when it is none. */
export function numberIn(row: XmlElement, name: string): number | null {
  const value = row.attributes.get(name);
  return value !== undefined && /^-?\d{1,15}$/u.test(value) ? Number(value) : null;
}

/** The number of a post or comment in an attribute; null when it is none. */
export function idIn(row: XmlElement, name: string): number | null {
  const id = numberIn(row, name);
  return id === null || id < 0 ? null : id;
}
