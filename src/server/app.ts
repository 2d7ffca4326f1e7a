import { fileURLToPath } from "node:url";
import express, { type Express } from "express";
import { AppError } from "../errors.ts";
import type { Store } from "../store/store.ts";
import { answerErrors } from "./error-body.ts";
import { openApi } from "./open-api.ts";
import { servePage } from "./page.ts";
import { PublishedReader } from "./published-reader.ts";
import { eventStreams } from "./routes/events.ts";
import { answerQuery, expressPath, type QueryRoute } from "./routes/query-routes.ts";
import { queryRoutes } from "./routes/query-table.ts";
import { userQueries } from "./routes/user-query.ts";
import { allowHosts, sameOriginOnly, secureHeaders } from "./security.ts";
import { requireToken } from "./token.ts";

/** What the server is built with; everything has a default. */
export interface AppOptions {
  /** The built page. Default: `dist/web` beside this code. */
  readonly pageDir?: string;
  /** Names under which the server may be asked, without ports. Default: the names of this machine to itself. */
  readonly hosts?: readonly string[];
  /** What a request has to show. Default null: nothing, so that the server may only listen on this machine. */
  readonly token?: string | null;
  /** Told of every fault of ours. Default: does nothing. */
  readonly onBug?: (error: unknown) => void;
  /** Time between two signs of life on an event stream. Default 15,000. */
  readonly heartbeatMs?: number;
  /** The queries and where they are answered. Default: all. */
  readonly routes?: readonly QueryRoute[];
}

/** A server that does not listen yet. */
export interface App {
  readonly express: Express;
  /** Whether requests have to show a token. */
  readonly isGuarded: boolean;
  /**
   * Opens the store, so that the first request need not wait for it.
   *
   * @throws AppError `store.empty` when nothing was ever mapped; the first publication is then followed.
   */
  open(): Promise<void>;
  /** Ends event streams and closes the reader; requests in flight finish. */
  close(): Promise<void>;
}

const localHosts = ["127.0.0.1", "localhost", "[::1]"];
const defaultPageDir = fileURLToPath(new URL("../../dist/web/", import.meta.url));
const maxBody = "64kb";

/**
 * Builds the API and the page over a store.
 *
 * Answers come from the store's latest publication. While the store is empty the API answers 409 `store.empty`,
 * and event streams tell of the first publication.
 */
export function createApp(
  store: Store,
  {
    pageDir = defaultPageDir,
    hosts = localHosts,
    token = null,
    onBug = () => undefined,
    heartbeatMs = 15_000,
    routes = queryRoutes,
  }: AppOptions = {},
): App {
  const reader = new PublishedReader(store, { onBug });
  const streams = eventStreams(reader, { heartbeatMs });
  const runUserQuery = userQueries(store);
  const description = openApi(routes);

  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  app.use(secureHeaders, allowHosts(hosts));
  if (token !== null) app.use(requireToken(token));
  for (const route of routes) app.get(expressPath(route.path), answerQuery(route, reader));
  app.get("/api/openapi.json", (_request, response) =>
    response.set("Cache-Control", "no-store").json(description),
  );
  app.get("/api/events", (_request, response) => streams.open(response));
  app.post(
    "/api/query",
    sameOriginOnly,
    express.json({ limit: maxBody, strict: true }),
    async (request, response) => {
      response.set("Cache-Control", "no-store").json(await runUserQuery(request.body));
    },
  );
  app.use("/api", (request) => {
    throw notFound(`${request.method} ${request.originalUrl}`);
  });
  app.use(servePage(pageDir));
  app.use((request) => {
    throw notFound(`${request.method} ${request.originalUrl}`);
  });
  app.use(answerErrors(onBug));

  return {
    express: app,
    isGuarded: token !== null,
    open: () => reader.use(async () => {}),
    async close() {
      streams.close();
      await reader.close();
    },
  };
}

function notFound(what: string): AppError {
  return new AppError("server.not-found", `there is nothing at ${what}`, {
    hint: "The page is at /, the API is described at /api/openapi.json.",
  });
}
