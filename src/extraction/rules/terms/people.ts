import type { ExtractionContext } from "../../../model/extraction.ts";
import type { SegmentedComment } from "../../../model/segment.ts";
import { Recent } from "../../../text/recent.ts";
import { normalForm } from "../../../text/tokens.ts";

/** A shorter part of a name may be any word. */
const shortestName = 3;

/**
 * The names by which the people of a conversation may be addressed, as normal forms: of "DanaR" and "Steve Byrnes"
 * "dana", "steve", "byrnes" and both whole.
 *
 * The people are the author, those of the comments above, and those who are quoted. What stands behind the last
 * colon of an id is the name or the site's own id, which nobody writes.
 */
export function namesOfPeople(comment: SegmentedComment, context: ExtractionContext): ReadonlySet<string> {
  const ids = [
    comment.authorId,
    ...context.ancestors.map(({ authorId }) => authorId),
    ...context.quoted.map(({ authorId }) => authorId),
    ...comment.quotes.map(({ speaker }) => speaker),
  ];
  return new Set(ids.flatMap((id) => (id === null ? [] : namesIn(id))));
}

/** People whose names are remembered: those who write and are quoted take turns. */
const mostPeople = 1000;
const known = new Recent<readonly string[]>(mostPeople);

function namesIn(id: string): readonly string[] {
  const names = known.get(id) ?? readNames(id);
  known.set(id, names);
  return names;
}

function readNames(id: string): readonly string[] {
  const name = id.slice(id.lastIndexOf(":") + 1);
  const parts = name.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ").split(/[\s_.-]+/u);
  return [name, ...parts].filter((part) => part.length >= shortestName).map(normalForm);
}
