import type { RequestHandler } from "express";
import type { z } from "zod";
import { parseInput } from "../../parse-input.ts";
import type { Query } from "../../queries/query.ts";
import type { PublishedReader } from "../published-reader.ts";

type AnyQuery = Query<z.ZodType, z.ZodType>;

/** A query at a path of the API. Names in braces are fields of its input that stand in the path. */
export interface QueryRoute {
  readonly path: string;
  readonly query: AnyQuery;
}

/**
 * Answers a query over HTTP: the fields of its input come from the path and the search part of the URL, as
 * strings, and its schemas check what comes in and what goes out.
 *
 * @throws AppError `query.invalid` when the input does not fit.
 */
export function answerQuery({ path, query }: QueryRoute, reader: PublishedReader): RequestHandler {
  return async (request, response) => {
    const input = parseInput(
      query.input,
      { ...request.query, ...request.params },
      {
        code: "query.invalid",
        place: `GET ${path}`,
        hint: "See /api/openapi.json for what this address takes.",
      },
    );
    const answer = await reader.use((store) => query.run(store, input));
    response.set("Cache-Control", "no-store").json(query.output.parse(answer));
  };
}

/** The path as express writes it: `/api/show/{id}` is `/api/show/:id`. */
export function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/gu, ":$1");
}
