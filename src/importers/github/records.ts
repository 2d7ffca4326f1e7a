import { hasMembers } from "../json-input.ts";
import type { JsonContainer, JsonMoment } from "../json-records.ts";
import { readPlace } from "./place.ts";

/**
 * Something of GitHub's that can be read by itself: an issue, pull request or discussion with what its object
 * holds, or a comment whose address says where it belongs. `repository` is what stands around it says,
 * `owner/name` or null.
 */
export interface GithubRecord {
  readonly kind: "topic" | "comment";
  readonly value: Readonly<Record<string, unknown>>;
  readonly repository: string | null;
}

/** How many containers around an object may name its repository. */
const farthestName = 8;
/** A comment in one of these lists is read with what it belongs to, unless it has an address of its own. */
const inLists = /\/(?:comments|reviews|reviewThreads)\//u;

/** Takes what can be read by itself out of any JSON of GitHub's APIs. */
export function takeGithub(moment: JsonMoment): GithubRecord | null {
  const { value } = moment;
  if (isList(value)) return null;
  const isReply = (): boolean => moment.pointer().includes("/replies/");
  if (hasBody(value) && !("title" in value) && readPlace(value)?.fragment != null)
    return isReply() ? null : { kind: "comment", value, repository: null };
  const isTopic = ("number" in value && "title" in value) || itemsOf(value.comments) !== null;
  if (!isTopic || isReply() || inLists.test(moment.pointer())) return null;
  return { kind: "topic", value, repository: repositoryAround(moment) };
}

/**
 * The items of a list as the APIs write it: an array, or `nodes` or `edges` of a connection; null when it is
 * none.
 */
export function itemsOf(list: unknown): readonly unknown[] | null {
  if (Array.isArray(list)) return list;
  if (hasMembers(list, "nodes") && Array.isArray(list.nodes)) return list.nodes;
  if (hasMembers(list, "edges") && Array.isArray(list.edges))
    return list.edges.map((edge: unknown) => (hasMembers(edge, "node") ? edge.node : null));
  return null;
}

function hasBody(value: Readonly<Record<string, unknown>>): boolean {
  return ["body", "bodyText", "body_text", "bodyHTML", "body_html"].some((name) =>
    Object.hasOwn(value, name),
  );
}

function isList(value: JsonContainer): value is readonly unknown[] {
  return Array.isArray(value);
}

function repositoryAround(moment: JsonMoment): string | null {
  for (let level = 1; level <= farthestName; level++) {
    const around = moment.up(level);
    if (around === undefined || isList(around)) continue;
    for (const name of [around.repo, around.nameWithOwner, around.full_name])
      if (typeof name === "string" && /^[^/\s]+\/[^/\s]+$/u.test(name)) return name;
  }
  return null;
}
