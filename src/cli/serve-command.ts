import { spawn } from "node:child_process";
import { once } from "node:events";
import { AppError } from "../errors.ts";
import { type App, createApp } from "../server/app.ts";
import { type Listening, listen } from "../server/listen.ts";
import { tokenFor } from "../server/token.ts";
import type { Store } from "../store/store.ts";
import type { Io } from "./io.ts";
import { print, say } from "./output.ts";

export interface ServeOptions {
  readonly port?: number;
  readonly host?: string;
  readonly allowHost?: readonly string[];
  readonly open?: boolean;
}

const localHosts = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Serves a store until it is interrupted. Prints the URL, and beside it who can reach it.
 *
 * @throws AppError as `tokenFor` when others can reach the host and `ELENCHUS_TOKEN` does not guard it.
 */
export async function runServe(io: Io, store: Store, options: ServeOptions): Promise<void> {
  const { host = "127.0.0.1", allowHost = [] } = options;
  const token = tokenFor(host, io.env.ELENCHUS_TOKEN);
  const app = createApp(store, {
    hosts: [...localHosts, bracketed(host), ...allowHost],
    token,
    onBug: (error) =>
      say(io, `bug in elenchus: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  });
  const listening = await started(io, app, {
    host,
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  if (token !== null) say(io, "Open it once with ?token= and the value of ELENCHUS_TOKEN behind it.");
  await print(io, `${listening.url}\n`);
  say(io, "Press Ctrl+C to stop.");
  if (options.open === true) openBrowser(listening.url);
  await untilInterrupted(io, listening);
}

const bracketed = (host: string): string =>
  host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;

/**
 * Opens the store and listens; where one of the two fails, nothing is left open that would keep the process
 * alive.
 */
async function started(
  io: Io,
  app: App,
  place: { readonly host: string; readonly port?: number },
): Promise<Listening> {
  try {
    await warnIfEmpty(io, app);
    return await listen(app, place);
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function warnIfEmpty(io: Io, app: App): Promise<void> {
  try {
    await app.open();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "store.empty") throw error;
    say(io, `${error.code}: ${error.message}`);
    say(io, `${error.hint} The page shows it as soon as it is there.`);
  }
}

async function untilInterrupted(io: Io, listening: Listening): Promise<void> {
  if (!io.signal.aborted) await once(io.signal, "abort");
  await listening.close();
}

/** Asks the system to show a URL; where it has no browser, the printed URL stays. */
function openBrowser(url: string): void {
  const [program, ...words] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url];
  if (program === undefined) return;
  spawn(program, words, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
