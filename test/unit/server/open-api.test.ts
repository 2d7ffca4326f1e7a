import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { mapFiles } from "../../../src/map-files.ts";
import type { ClaimsOutput } from "../../../src/queries/claims.ts";
import * as queries from "../../../src/queries/registry.ts";
import { createApp } from "../../../src/server/app.ts";
import { type Listening, listen } from "../../../src/server/listen.ts";
import { EmbeddedStore } from "../../../src/store/embedded/embedded-store.ts";

const example = fileURLToPath(new URL("../../../examples/debate.jsonl", import.meta.url));

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly { name: string; in: string; required: boolean; schema: object }[];
  readonly responses: Readonly<
    Record<string, { content?: Readonly<Record<string, { schema: { $ref?: string } }>> }>
  >;
}

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, z.core.JSONSchema.JSONSchema>> };
}

describe("the API over the example", () => {
  let directory: string;
  let server: Listening;
  let description: Description;
  const bugs: unknown[] = [];

  const get = async (path: string) => {
    const response = await fetch(new URL(path, server.url));
    return { status: response.status, body: (await response.json()) as unknown };
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "elenchus-api-"));
    const store = new EmbeddedStore(directory);
    await mapFiles([example], store);
    server = await listen(createApp(store, { onBug: (error) => bugs.push(error) }), { port: 0 });
    description = (await get("/api/openapi.json")).body as Description;
  });

  afterAll(async () => {
    await server.close();
    await rm(directory, { recursive: true });
    expect(bugs).toEqual([]);
  });

  test("describes every query that there is, each at one path, and nothing else", () => {
    expect(description.openapi).toBe("3.1.0");
    const described = Object.values(description.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(described.toSorted()).toEqual([...Object.keys(queries), "events", "openapi", "query"].toSorted());
  });

  test("describes exactly the input of each query, and which of it stands in the path", () => {
    for (const query of Object.values(queries)) {
      const [path, methods] =
        Object.entries(description.paths).find(([, it]) => it.get?.operationId === query.id) ?? [];
      const parameters = methods?.get?.parameters ?? [];
      const fields = Object.keys(z.toJSONSchema(query.input, { io: "input" }).properties ?? {});
      expect(parameters.map(({ name }) => name)).toEqual(fields);
      for (const { name, in: where, required } of parameters) {
        expect(where, name).toBe(path?.includes(`{${name}}`) ? "path" : "query");
        if (where === "path") expect(required).toBe(true);
      }
      expect(methods?.get?.summary).toBe(query.describes);
    }
  });

  test("every route exists, and its answer is as described", async () => {
    const claims = (await get("/api/claims?limit=3")).body as ClaimsOutput;
    const claim = claims.items[0];
    if (claim === undefined) throw new Error("the example has no claim");
    const asked: Readonly<Record<string, string>> = {
      summary: "/api/summary",
      search: "/api/search?text=reward",
      concepts: "/api/concepts?limit=5",
      claims: "/api/claims?limit=5&kind=disagrees-with",
      show: `/api/show/${claim.id}`,
      comment: `/api/comments/${encodeURIComponent(claim.words.commentId)}`,
      debate: "/api/debate?a=RL&b=SSL",
      trace: `/api/trace?claim=${claim.id}`,
      similar: `/api/similar?claim=${claim.id}&min=0.1&limit=5`,
    };
    // The example has one layer, which is compared with nothing.
    expect((await get("/api/compare?a=rules&b=llm")).body).toMatchObject({ code: "query.unknown-layer" });
    for (const query of Object.values(queries).filter(({ id }) => id !== "compare")) {
      const { status, body } = await get(asked[query.id] ?? "");
      expect(status, query.id).toBe(200);
      const schema = description.components.schemas[`${query.id}Answer`];
      if (schema === undefined) throw new Error(`${query.id} has no answer described`);
      expect(() => z.fromJSONSchema(schema).parse(body), query.id).not.toThrow();
      expect(() => z.fromJSONSchema(schema).parse({ ...(body as object), more: 1 }), query.id).toThrow();
    }
  });

  test.each([
    ["/api/show/nothing-has-this-id", 404, "query.id-unknown"],
    ["/api/comments/nothing-has-this-id", 404, "query.id-unknown"],
    ["/api/search?text=", 400, "query.invalid"],
    ["/api/debate?a=RL", 400, "query.invalid"],
    ["/api/claims?limit=100000", 400, "query.invalid"],
    ["/api/claims?kind=likes", 400, "query.invalid"],
    ["/api/similar", 400, "query.invalid"],
    ["/api/similar?text=a&min=2", 400, "query.invalid"],
  ])("%s is refused as described", async (path, status, code) => {
    const answer = await get(path);
    expect(answer).toMatchObject({ status, body: { code } });
    const schema = description.components.schemas.refusal;
    if (schema === undefined) throw new Error("refusals are not described");
    expect(() => z.fromJSONSchema(schema).parse(answer.body)).not.toThrow();
  });

  test("every reference of the description leads somewhere", () => {
    const text = JSON.stringify(description);
    for (const [, name = ""] of text.matchAll(/"#\/components\/schemas\/(\w+)"/gu))
      expect(description.components.schemas).toHaveProperty(name);
  });
});
