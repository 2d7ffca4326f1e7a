import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createApp } from "../../src/server/app.ts";
import { listen } from "../../src/server/listen.ts";
import type { Store } from "../../src/store/store.ts";
import { percentile, timed } from "./timing.ts";

const publisher = fileURLToPath(new URL("./publisher.ts", import.meta.url));
/** Pause between two requests, in milliseconds: a person who clicks on and on asks less. */
const pauseMs = 20;
/** Of so many requests one looks whether the publication is seen. */
const looksEvery = 5;
/** So many of the slowest answers are shown. */
const shown = 8;

interface Answer {
  readonly path: string;
  readonly ms: number;
  /** Seconds from the first question to this one. */
  readonly at: number;
}

/**
 * Serves a store, asks one request after the other while another process publishes, and prints the slowest
 * answers and how soon the publication is seen.
 *
 * @param paths - what is asked, in turn.
 */
export async function measureFollowing(
  store: Store,
  folder: string,
  paths: readonly string[],
): Promise<void> {
  const app = createApp(store);
  await app.open();
  const server = await listen(app, { port: 0 });
  const answers: Answer[] = [];
  const state = { isSeen: false, isDone: false, seenAt: 0 };
  const began = performance.now();
  const asking = (async () => {
    for (let turn = 0; !state.isDone; turn += 1) {
      const path = paths[turn % paths.length] ?? "";
      const { seconds } = await timed(async () => (await fetch(new URL(path, server.url))).text());
      answers.push({ path, ms: seconds * 1000, at: (performance.now() - began) / 1000 - seconds });
      if (!state.isSeen && turn % looksEvery === 0 && (await isThere(server.url))) {
        state.isSeen = true;
        state.seenAt = performance.now();
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  })();
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--import",
    import.meta.resolve("tsx"),
    publisher,
    folder,
  ]);
  const published = performance.now();
  while (!state.isSeen) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  // The retired reader is closed meanwhile.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  state.isDone = true;
  await asking;
  await server.close();
  const times = answers.map(({ ms }) => ms);
  const [p50, p99, slowest] = [percentile(times, 0.5), percentile(times, 0.99), Math.max(...times)];
  console.log(
    `serve: published in ${(Number(stdout) / 1000).toFixed(1)} s by another process, seen ${((state.seenAt - published) / 1000).toFixed(1)} s after that one ended`,
  );
  console.log(
    `serve: ${times.length} answers meanwhile, p50 ${p50.toFixed(0)}, p99 ${p99.toFixed(0)}, the slowest ${slowest.toFixed(0)} ms, target 1000`,
  );
  console.log(
    `serve: the slowest, with seconds since the first question; published at ${((published - began) / 1000).toFixed(1)}, seen at ${((state.seenAt - began) / 1000).toFixed(1)}`,
  );
  for (const { path, ms, at } of answers.toSorted((a, b) => b.ms - a.ms).slice(0, shown))
    console.log(`  ${ms.toFixed(0).padStart(7)} ms at ${at.toFixed(1).padStart(5)}: ${path}`);
}

/** Whether requests see the person whom the publisher adds. */
async function isThere(url: string): Promise<boolean> {
  return (await fetch(new URL("api/claims?author=forum%3Alate", url))).ok;
}
