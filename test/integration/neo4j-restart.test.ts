import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mapFiles } from "../../src/map-files.ts";
import { Neo4jStore } from "../../src/store/neo4j/neo4j-store.ts";
import {
  type LocalServer,
  localServerLacks,
  startLocalServer,
  temporaryHome,
} from "../support/neo4j/local-server.ts";
import { emptyDatabase } from "../support/neo4j/past-the-product.ts";
import { newPassword } from "../support/neo4j/provide.ts";
import { digestOf, embeddedDigest } from "../support/neo4j-graphs.ts";
import * as make from "../support/store-records.ts";

const lack = await localServerLacks();
const debate = fileURLToPath(new URL("../../examples/debate.jsonl", import.meta.url));

/** The server of these tests is their own: it is killed, and another must not be. */
describe.skipIf(lack !== null)("when Neo4j is killed in the middle of a run", () => {
  let home: string;
  let server: LocalServer;
  let expected: string;

  beforeAll(async () => {
    home = await temporaryHome();
    server = await startLocalServer({ home, password: newPassword() });
    expected = await embeddedDigest(debate);
  }, 300_000);
  afterAll(async () => {
    await server.kill();
    await rm(home, { recursive: true, force: true });
  });
  beforeEach(() => emptyDatabase(access()));

  const access = () => ({ url: `neo4j://neo4j@127.0.0.1:${server.port}/neo4j`, password: server.password });
  const store = (waitMs: number) => new Neo4jStore(access().url, { password: server.password, waitMs });
  const restart = async () => {
    server = await startLocalServer({ home, password: server.password, port: server.port });
  };

  it("the run waits, says so, goes on, and loses and doubles nothing", async () => {
    const messages: string[] = [];
    let steps = 0;
    let restarted: Promise<void> | null = null;
    await mapFiles([debate], store(180_000), {
      // A server that is back at once is none that a run has to wait for.
      onMessage: (message) => {
        messages.push(message);
        restarted ??= restart();
      },
      onStep: async () => {
        steps += 1;
        if (steps === 3) await server.kill();
      },
    });
    await restarted;
    expect(messages).toEqual([
      expect.stringContaining("does not answer; waiting for it for up to 180 s"),
      expect.stringContaining("answers again"),
    ]);
    expect(steps).toBeGreaterThan(3);
    expect(await digestOf(store(1000))).toBe(expected);
  }, 300_000);

  it("the run ends when the server stays away, and the next one completes it", async () => {
    const messages: string[] = [];
    let steps = 0;
    const began = performance.now();
    await expect(
      mapFiles([debate], store(2000), {
        onMessage: (message) => messages.push(message),
        onStep: async () => {
          steps += 1;
          if (steps === 3) await server.kill();
        },
      }),
    ).rejects.toMatchObject({ code: "store.unreachable" });
    expect(messages).toEqual([expect.stringContaining("does not answer")]);
    expect(performance.now() - began).toBeLessThan(60_000);
    await restart();
    await mapFiles([debate], store(1000));
    expect(await digestOf(store(1000))).toBe(expected);
  }, 300_000);

  it("an interrupt ends the waiting, and the next run completes it", async () => {
    const interrupt = new AbortController();
    let steps = 0;
    await expect(
      mapFiles([debate], store(600_000), {
        signal: interrupt.signal,
        onMessage: () => interrupt.abort(),
        onStep: async () => {
          steps += 1;
          if (steps === 3) await server.kill();
        },
      }),
    ).rejects.toMatchObject({ name: "AbortError" });
    await restart();
    await mapFiles([debate], store(1000));
    expect(await digestOf(store(1000))).toBe(expected);
  }, 300_000);

  it("an open reader answers again afterwards, and whoever watches is told of what came", async () => {
    const one = store(60_000);
    const save = async (id: string) => {
      const writer = await one.openWriter({ onMessage: () => {} });
      await writer.apply(make.change({ write: "save-authors", rows: [make.author(id)] }));
      await writer.close();
    };
    await save("ada");
    const reader = await one.openReader();
    const seen: number[] = [];
    const stop = one.watch((revision) => seen.push(revision));
    expect(await reader.known.authorIds()).toEqual(["ada"]);
    await server.kill();
    await expect(reader.known.authorIds()).rejects.toMatchObject({ code: "store.unreachable" });
    await restart();
    await save("bob");
    expect(await reader.known.authorIds()).toEqual(["ada", "bob"]);
    await expect.poll(() => seen, { timeout: 90_000 }).toEqual([2]);
    stop();
    await reader.close();
  }, 300_000);
});
