import { z } from "zod";
import { AppError } from "../../errors.ts";
import { parseInput } from "../../parse-input.ts";
import type { Store, Value } from "../../store/store.ts";

const QueryValue: z.ZodType<Value> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(QueryValue),
    z.record(z.string(), QueryValue),
  ]),
);

/** The most that one user's query may be given over HTTP, and what it gets when it does not ask. */
const bounds = {
  timeoutMs: { default: 5_000, max: 30_000 },
  maxRows: { default: 1_000, max: 10_000 },
  maxBytes: { default: 256 * 1024 ** 2, max: 1024 ** 3 },
} as const;

/** How many queries of users run at once; each is a process of its own. */
const maxConcurrent = 2;

const bounded = ({ default: preset, max }: { default: number; max: number }) =>
  z.int().positive().max(max).default(preset);

/** A user's read-only Cypher. `maxBytes` is resident memory above the freshly opened graph. */
export const UserQueryRequest = z.strictObject({
  cypher: z.string().min(1).max(20_000),
  parameters: z.record(z.string(), QueryValue).default({}),
  limits: z
    .strictObject({
      timeoutMs: bounded(bounds.timeoutMs),
      maxRows: bounded(bounds.maxRows),
      maxBytes: bounded(bounds.maxBytes),
    })
    .prefault({}),
});

/** The rows of a user's query; `isTruncated` says that rows beyond `maxRows` were left out. */
export const UserQueryAnswer = z.strictObject({
  columns: z.array(z.string()).readonly(),
  rows: z.array(z.array(QueryValue).readonly()).readonly(),
  isTruncated: z.boolean(),
});
export type UserQueryAnswer = z.output<typeof UserQueryAnswer>;

/**
 * Makes the function behind `POST /api/query`.
 *
 * @throws AppError `server.busy` while two others run; what `Store.query` throws when the query is refused or
 *   stopped.
 */
export function userQueries(store: Store): (body: unknown) => Promise<UserQueryAnswer> {
  let running = 0;
  return async (body) => {
    const { cypher, parameters, limits } = parseInput(UserQueryRequest, body, {
      code: "query.invalid",
      place: "POST /api/query",
      hint: "Send { cypher, parameters, limits } as GET /api/openapi.json describes it.",
    });
    if (running >= maxConcurrent)
      throw new AppError("server.busy", `${maxConcurrent} queries are running already`, {
        hint: "Ask again in a moment.",
      });
    running += 1;
    try {
      return UserQueryAnswer.parse(await store.query(cypher, parameters, limits));
    } finally {
      running -= 1;
    }
  };
}
