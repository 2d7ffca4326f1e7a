import { z } from "zod";
import { ErrorBody } from "./error-body.ts";
import type { QueryRoute } from "./routes/query-routes.ts";
import { UserQueryAnswer, UserQueryRequest } from "./routes/user-query.ts";
import { tokenCookie } from "./token.ts";

interface JsonSchema {
  readonly [key: string]: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/**
 * Describes the API in OpenAPI 3.1, from the very schemas that check requests and answers.
 *
 * Schemas of queries are named `<id>Answer` under `components`.
 */
export function openApi(routes: readonly QueryRoute[]): JsonSchema {
  return {
    openapi: "3.1.0",
    info: {
      title: "Elenchus",
      version: "1",
      description: "Reads an argument map. Nothing here changes it.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    // The empty one first: a server on this machine alone asks for nothing.
    security: [{}, { token: [] }, { cookie: [] }],
    paths: {
      ...Object.fromEntries(routes.map((route) => [route.path, { get: queryOperation(route) }])),
      "/api/query": {
        post: {
          operationId: "query",
          summary: "Runs a user's read-only Cypher in a process of its own, within limits.",
          requestBody: { required: true, content: json(schemaOf(UserQueryRequest, "input")) },
          responses: responses(reference("queryAnswer"), ["400", "403", "409", "413", "422", "503"]),
        },
      },
      "/api/events": {
        get: {
          operationId: "events",
          summary:
            "Server-sent events: `revision`, at once and with each publication, as { revision: number | null }.",
          responses: {
            "200": {
              description: "A stream that stays open.",
              content: { "text/event-stream": { schema: { type: "string" } } },
            },
          },
        },
      },
      "/api/openapi.json": {
        get: {
          operationId: "openapi",
          summary: "This description.",
          responses: { "200": { description: "OpenAPI 3.1.", content: json({ type: "object" }) } },
        },
      },
    },
    components: {
      schemas: {
        ...Object.fromEntries(
          routes.map(({ query }) => [`${query.id}Answer`, schemaOf(query.output, "output")]),
        ),
        queryAnswer: schemaOf(UserQueryAnswer, "output"),
        refusal: schemaOf(ErrorBody, "output"),
      },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "`ELENCHUS_TOKEN` of the server." },
        cookie: {
          type: "apiKey",
          in: "cookie",
          name: tokenCookie,
          description: "Set by opening `/?token=`.",
        },
      },
    },
  };
}

function queryOperation({ path, query }: QueryRoute): JsonSchema {
  const input = schemaOf(query.input, "input");
  const parameters = Object.entries(input.properties ?? {}).map(([name, schema]) => {
    const isInPath = path.includes(`{${name}}`);
    return {
      name,
      in: isInPath ? "path" : "query",
      required: isInPath || (input.required ?? []).includes(name),
      schema: withoutNull(schema),
    };
  });
  return {
    operationId: query.id,
    summary: query.describes,
    parameters,
    responses: responses(reference(`${query.id}Answer`), ["400", "404", "409"]),
  };
}

/** A URL cannot carry null: a parameter that may be null is one that may be left out. */
function withoutNull(schema: JsonSchema): JsonSchema {
  const { anyOf, default: preset, ...rest } = schema;
  const kept = preset === undefined || preset === null ? rest : { ...rest, default: preset };
  if (!Array.isArray(anyOf)) return kept;
  const others: JsonSchema[] = anyOf.filter((it: JsonSchema) => it.type !== "null");
  return others.length === 1 ? { ...kept, ...others[0] } : { ...kept, anyOf: others };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...rest } = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io }))) as JsonSchema;
  // References inside a schema start at its own root; in the document that root stands deeper, so it is its own.
  return "$defs" in rest
    ? { $id: `urn:elenchus:${io}:${Object.keys(rest.$defs as object).join("-")}`, ...rest }
    : rest;
}

const json = (schema: JsonSchema) => ({ "application/json": { schema } });
const reference = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

const refusals: Readonly<Record<string, string>> = {
  "400": "The request does not fit.",
  "401": "The server can be reached by others, and the request shows no token.",
  "403": "Refused: not read-only, or sent by another site's page.",
  "404": "Nothing has that id or those words.",
  "409": "Nothing was mapped yet (`store.empty`).",
  "413": "The body is too large.",
  "422": "The query was stopped at a limit of time or memory.",
  "503": "Busy; ask again.",
};

function responses(answer: JsonSchema, statuses: readonly string[]): JsonSchema {
  return {
    "200": { description: "The answer.", content: json(answer) },
    ...Object.fromEntries(
      ["401", ...statuses].map((status) => [
        status,
        { description: refusals[status], content: json(reference("refusal")) },
      ]),
    ),
  };
}
