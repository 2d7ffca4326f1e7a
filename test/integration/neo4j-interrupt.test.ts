import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { auth, driver as openDriver } from "neo4j-driver";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { mapFiles } from "../../src/map-files.ts";
import { parseNeo4jUrl } from "../../src/store/neo4j/neo4j-url.ts";
import { emptyNeo4j, neo4jAccess, neo4jSkip, neo4jStore, onNeo4j } from "../support/neo4j.ts";
import { digestOf, embeddedDigest } from "../support/neo4j-graphs.ts";

const cli = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const example = fileURLToPath(new URL("../../examples/debate.jsonl", import.meta.url));
const interrupts = ["SIGINT", "SIGTERM"] as const;

/** The command line in a process of its own, which a signal can reach. */
interface Running {
  readonly child: ChildProcess;
  /** What it has said so far, on stdout and stderr. */
  said(): string;
  readonly ended: Promise<number | null>;
}

function start(...words: readonly string[]): Running {
  const child = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), cli, ...words, "--store", neo4jAccess.url],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ELENCHUS_NEO4J_PASSWORD: neo4jAccess.password },
    },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  return { child, said: () => said, ended: once(child, "close").then(([code]) => code as number | null) };
}

/** Runs `work` while another transaction has the lock of the node that stands for the store. */
async function withStoreLocked(work: () => Promise<void>): Promise<void> {
  const { address, user, database } = parseNeo4jUrl(neo4jAccess.url);
  const driver = openDriver(address, auth.basic(user, neo4jAccess.password));
  const session = driver.session(database === null ? {} : { database });
  try {
    const transaction = session.beginTransaction();
    await transaction.run("MATCH (m:StoreMeta {id: 'store'}) SET m.locked = true");
    await work();
    await transaction.rollback();
  } finally {
    await session.close();
    await driver.close();
  }
}

const patience = { timeout: 60_000, interval: 20 };

describe.skipIf(neo4jSkip !== null)("an interrupt", () => {
  let folder: string;
  let many: string;

  beforeAll(async () => {
    folder = await mkdtemp(`${tmpdir()}/elenchus-interrupt-`);
    many = `${folder}/many.jsonl`;
    const sentences = ["Rewards are gamed.", "Search finds mistakes.", "I disagree with that."];
    const comments = Array.from({ length: 400 }, (_, at) => ({
      id: String(at),
      author: `author ${at % 20}`,
      text: `${sentences[at % 3]} Case ${at} shows that reward model ${at % 37} is dangerous.`,
    }));
    await writeFile(many, comments.map((comment) => `${JSON.stringify(comment)}\n`).join(""));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(() => emptyNeo4j());

  const token = async () => {
    const [row] = await onNeo4j((run) => run("MATCH (m:StoreMeta) RETURN m.token AS token"));
    return row?.token ?? null;
  };

  it.each(interrupts)(
    "%s ends a map after the step at hand, and the next map does the rest",
    async (signal) => {
      const map = start("map", many);
      await expect.poll(token, patience).not.toBe(null);
      // No step can be finished meanwhile, so the signal comes in the middle for certain.
      await withStoreLocked(async () => {
        map.child.kill(signal);
      });
      expect([await map.ended, map.said()]).toEqual([130, expect.stringContaining("Interrupted.")]);
      expect(await token()).toBe(null);
      await mapFiles([many], neo4jStore());
      expect(await digestOf(neo4jStore())).toBe(await embeddedDigest(many));
    },
  );

  it.each(interrupts)("%s ends the waiting for another writer, whose lease stays", async (signal) => {
    const other = await neo4jStore().openWriter({ onMessage: () => {} });
    const theirs = await token();
    const map = start("map", example);
    await expect.poll(() => map.said(), patience).toContain(`waiting for process ${process.pid}`);
    map.child.kill(signal);
    expect(await map.ended).toBe(130);
    expect(map.said()).toMatch(/\nInterrupted\.\n$/u);
    expect(await token()).toBe(theirs);
    await other.close();
  });

  it.each(interrupts)("%s ends a server, also while a page follows it", async (signal) => {
    await mapFiles([example], neo4jStore());
    const serve = start("serve", "--port", "0");
    const url = await vi.waitFor(() => {
      const [found] = /http:\/\/\S+\//u.exec(serve.said()) ?? [];
      if (found === undefined) throw new Error(`no URL in: ${serve.said()}`);
      return found;
    }, patience);
    const events = await fetch(`${url}api/events`);
    expect((await fetch(`${url}api/summary`)).status).toBe(200);
    serve.child.kill(signal);
    // A process that ends by itself has closed all its connections.
    expect(await serve.ended).toBe(0);
    expect(await events.text()).toContain("event: revision");
    expect(serve.said()).not.toContain("bug");
  });
});
