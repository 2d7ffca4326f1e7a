import { hashId } from "../../model/id.ts";
import { paragraphKey } from "../../text/keys.ts";

/**
 * Ids for the comments of one page that has none, so that two people who say "Thanks." stay two comments.
 *
 * The first comment with a first paragraph gets null, which lets linking name it by that paragraph; the second and
 * later ones get an id of the paragraph and their count. Holds a key for each comment.
 */
export function repeatedIds(): (text: string) => string | null {
  const seen = new Map<string, number>();
  return (text) => {
    const key = paragraphKey(text.split(/\n\s*\n/u, 1)[0] ?? "");
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? null : `text:${hashId(key, count)}`;
  };
}
