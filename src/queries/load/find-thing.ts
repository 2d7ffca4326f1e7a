import { z } from "zod";
import type { StoreReader } from "../../store/store.ts";
import { Id, readRows } from "../read-rows.ts";
import { findConcepts } from "./find.ts";
import { type Resolved, resolveId, unlessUnknown } from "./resolve-id.ts";

const IdRow = z.object({ id: Id });

/**
 * What is meant by an id or the start of one, by the address of a comment on its site or of a view of the page, or,
 * where nothing has such an id, by the label of a concept.
 *
 * @throws AppError `query.id-unknown`; `query.id-ambiguous`, which lists the candidates.
 */
export async function findThing(store: StoreReader, asked: string): Promise<Resolved> {
  const name = nameInAddress(asked) ?? asked;
  const found = (await unlessUnknown(resolveId(store, name))) ?? (await commentAt(store, asked));
  if (found !== null) return found;
  const [concept, another] = await findConcepts(store, name);
  return concept !== undefined && another === undefined
    ? { kind: "concept", id: concept.id }
    : resolveId(store, name);
}

/** The id or label in the address of a view: `31af` of `http://localhost:4000/#/claim/31af?open=…`. */
function nameInAddress(asked: string): string | null {
  const [, name] = /#\/(?:claim|concept|author|comment)\/([^?]+)/u.exec(asked) ?? [];
  if (name === undefined) return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The comment at an address; no index knows these, so all comments are looked at. */
async function commentAt(store: StoreReader, asked: string): Promise<Resolved | null> {
  if (!/^https?:\/\//iu.test(asked)) return null;
  const [comment, another] = await readRows(store, "comments-by-url", { url: asked }, IdRow);
  return comment !== undefined && another === undefined ? { kind: "comment", id: comment.id } : null;
}
