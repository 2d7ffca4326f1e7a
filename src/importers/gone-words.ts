import type { CommentStatus } from "../model/comment.ts";

const texts: ReadonlyMap<string, CommentStatus> = new Map([
  ["[deleted]", "deleted"],
  ["[deleted by user]", "deleted"],
  ["[removed]", "removed"],
  ["[removed by moderator]", "removed"],
  ["[ removed by reddit ]", "removed"],
]);

/** What a text that a site puts in the place of words says of them; null for words of a person. */
export function goneWords(text: string): CommentStatus | null {
  // The longest of them with some space around it: a long text is not copied for the look at it.
  return text.length > 40 ? null : (texts.get(text.trim().toLowerCase()) ?? null);
}

/** Whether a name says that the account is gone. */
export function isGoneName(name: string): boolean {
  return /^\[(?:deleted|removed)\]$/iu.test(name.trim());
}
