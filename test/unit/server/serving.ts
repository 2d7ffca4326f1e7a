import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../../../src/errors.ts";
import type { Query } from "../../../src/queries/query.ts";
import { type AppOptions, createApp } from "../../../src/server/app.ts";
import { type Listening, listen } from "../../../src/server/listen.ts";
import type { QueryRoute } from "../../../src/server/routes/query-routes.ts";
import type { Store, StoreReader, UserQueryOptions, UserQueryResult } from "../../../src/store/store.ts";

/** A store without an engine: publications are numbers, and readers tell whether they were closed. */
export class FakeStore implements Store {
  readonly url = "fake:";
  readonly supports = { journal: false, publications: true };
  readonly maintenance = null;
  readonly schema = {
    status: () => Promise.reject(new Error("the server does not ask for the schema")),
    migrate: () => Promise.reject(new Error("the server never writes")),
  };
  readonly opened: { revision: number; isClosed: boolean }[] = [];
  readonly asked: { cypher: string; options: UserQueryOptions }[] = [];
  /** What a fresh reader does when it is asked for the sources. */
  read: (revision: number) => Promise<void> = async () => undefined;
  answer: () => Promise<UserQueryResult> = async () => ({ columns: ["n"], rows: [[1]], isTruncated: false });
  #revision: number | null;
  readonly #watchers = new Set<(revision: number) => void>();

  constructor(revision: number | null = 1) {
    this.#revision = revision;
  }

  publish(revision: number): void {
    this.#revision = revision;
    for (const watcher of this.#watchers) watcher(revision);
  }

  get watchers(): number {
    return this.#watchers.size;
  }

  async openReader(): Promise<StoreReader> {
    const revision = this.#revision;
    if (revision === null)
      throw new AppError("store.empty", "nothing was mapped yet", { hint: "Map a file first." });
    const opened = { revision, isClosed: false };
    this.opened.push(opened);
    const known: Pick<StoreReader["known"], "sources"> = {
      sources: async () => {
        await this.read(revision);
        return [];
      },
    };
    const reader: Pick<StoreReader, "revision" | "close" | "supports" | "known"> = {
      revision,
      supports: this.supports,
      known: known as StoreReader["known"],
      async close() {
        if (opened.isClosed) throw new Error("closed twice");
        opened.isClosed = true;
      },
    };
    return reader as StoreReader;
  }

  openWriter(): never {
    throw new Error("the server never writes");
  }

  async query(cypher: string, _parameters: unknown, options: UserQueryOptions): Promise<UserQueryResult> {
    this.asked.push({ cypher, options });
    return this.answer();
  }

  watch(onPublication: (revision: number) => void): () => void {
    this.#watchers.add(onPublication);
    return () => this.#watchers.delete(onPublication);
  }
}

/** A query that answers the revision it ran on, after `wait`. */
export function revisionQuery(wait: () => Promise<void> = async () => undefined): QueryRoute {
  const input = z.strictObject({ id: z.string().min(1), times: z.coerce.number<number>().int().default(1) });
  const output = z.strictObject({ id: z.string(), times: z.int(), revision: z.int() });
  const query: Query<typeof input, typeof output> = {
    id: "revision",
    describes: "Which publication answers.",
    input,
    output,
    async run(store, { id, times }) {
      if (id === "missing")
        throw new AppError("query.id-unknown", "nothing is called missing", { hint: "Search for it." });
      if (id === "broken") throw new TypeError("a secret of the implementation");
      await wait();
      return { id, times, revision: store.revision };
    },
  };
  return { path: "/api/revision/{id}", query };
}

export interface Served {
  readonly store: FakeStore;
  readonly server: Listening;
  readonly bugs: unknown[];
  ask(
    path: string,
    options?: { method?: string; headers?: Record<string, string>; body?: string },
  ): Promise<Answered>;
  stop(): Promise<void>;
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: unknown;
}

/** A running server over a fake store, with a page of two files. */
export async function serve(options: AppOptions = {}, store = new FakeStore()): Promise<Served> {
  const pageDir = await mkdtemp(join(tmpdir(), "elenchus-page-"));
  const bugs: unknown[] = [];
  const app = createApp(store, {
    pageDir,
    routes: [revisionQuery()],
    onBug: (error) => bugs.push(error),
    ...options,
  });
  const server = await listen(app, { port: 0 });
  await writeFile(join(pageDir, "index.html"), "<!doctype html><title>page</title>");
  await mkdir(join(pageDir, "assets"));
  await writeFile(join(pageDir, "assets", "main-1a2b3c.js"), "export {};");
  return {
    store,
    server,
    bugs,
    ask: (path, { method = "GET", headers = {}, body } = {}) =>
      ask(server.port, path, { method, headers, body }),
    async stop() {
      await server.close();
      await rm(pageDir, { recursive: true });
    },
  };
}

function ask(
  port: number,
  path: string,
  { method, headers, body }: { method: string; headers: Record<string, string>; body: string | undefined },
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
      });
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          body: response.headers["content-type"]?.startsWith("application/json") ? JSON.parse(text) : null,
        }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
