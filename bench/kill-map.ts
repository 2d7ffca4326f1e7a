import { spawn } from "node:child_process";
import { mkdtemp, open, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mapFiles } from "../src/map-files.ts";
import { openStore } from "../src/store/registry.ts";
import { forumCorpus, writeForumJsonl } from "./support/shared-corpus.ts";

const mapper = fileURLToPath(new URL("./support/mapper.ts", import.meta.url));

/**
 * Kills `map` of the load corpus with SIGKILL again and again, damages the engine's file in between, and
 * checks after every reopening that each acknowledged comment is there and none twice. At the end the run is
 * completed and the graph compared with one that was never interrupted.
 *
 * `npm run bench kill-map [KILLS] [COMMENTS] [COMPARE]`, by default 20 kills over 50,034 comments. With `no` for
 * COMPARE the run ends after the last kill, which saves two whole runs.
 */
export async function run([
  kills = "20",
  limit = "50034",
  compare = "yes",
]: readonly string[]): Promise<void> {
  const corpus = forumCorpus();
  if (!corpus) return console.log("kill-map: no ../shared/corpora here, so there is nothing to map");
  const folder = await mkdtemp(join(tmpdir(), "elenchus-bench-"));
  try {
    const file = join(folder, "forum.jsonl");
    const store = join(folder, "store");
    await writeForumJsonl(corpus, file, Number(limit));
    const ids = (await readFile(file, "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => `forum.jsonl:${JSON.parse(line).id}`);
    let acknowledged = 0;
    let lost = 0;
    let twice = 0;
    for (let kill = 0; kill < Number(kills); kill++) {
      // Early kills fall into the import, late ones into the extraction.
      const acks = 3 + ((kill * 7919) % 23);
      const done = await mapAndKill(file, store, acks);
      acknowledged = Math.max(acknowledged, done);
      const isDamaged = kill % 5 === 4;
      if (isDamaged) await damageEngine(store);
      const messages: string[] = [];
      const writer = await (await openStore(store)).openWriter({
        onMessage: (message) => messages.push(message),
      });
      const found = new Set<string>();
      for (const part of slices(ids, 2000))
        for (const { id } of await writer.known.comments(part)) found.add(id);
      const missing = ids.slice(0, acknowledged).filter((id) => !found.has(id)).length;
      // Every comment of the corpus has its parent in it, so there are no stubs: what is more than found is
      // there twice.
      const { comments } = await writer.known.counts();
      lost += missing;
      twice += comments - found.size;
      console.log(
        `kill ${kill + 1} after ${acks} steps: ${acknowledged} acknowledged, ${comments} stored, ${missing} lost, ${comments - found.size} twice${isDamaged ? `; engine file damaged: ${messages.join(" ")}` : ""}`,
      );
      await writer.close();
    }
    console.log(`${kills} kills: ${lost} comments lost, ${twice} twice`);
    if (lost > 0 || twice > 0) process.exitCode = 1;
    if (compare === "no") return;
    await mapFiles([file], await openStore(store));
    const same = (await digest(store)) === (await freshDigest(folder, file));
    console.log(
      `completed, the graph ${same ? "equals" : "DIFFERS FROM"} that of a run without interruption`,
    );
    if (!same) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the mapper until it acknowledged so many steps, then kills it. Returns the comments acknowledged. */
async function mapAndKill(file: string, store: string, steps: number): Promise<number> {
  const child = spawn(process.execPath, ["--import", "tsx", mapper, file, store], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let seen = 0;
  let imported = 0;
  let rest = "";
  child.stdout.setEncoding("utf8");
  for await (const chunk of child.stdout) {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const [stage, done] = line.split(" ");
      if (stage === "import") imported = Number(done);
      if (++seen >= steps) child.kill("SIGKILL");
    }
  }
  return imported;
}

/** Overwrites a piece of the engine's main file, as a failing disk would. */
async function damageEngine(store: string): Promise<void> {
  const name = (await readdir(store)).find((one) => one.endsWith(".grafeo"));
  if (!name) throw new Error(`no engine file in ${store}`);
  const handle = await open(join(store, name), "r+");
  await handle.write(Buffer.alloc(256, 0xff), 0, 256, 0);
  await handle.close();
}

async function freshDigest(folder: string, file: string): Promise<string> {
  const store = join(folder, "fresh");
  await mapFiles([file], await openStore(store));
  return digest(store);
}

/** A digest of all records; equal for equal graphs. */
async function digest(store: string): Promise<string> {
  const { createHash } = await import("node:crypto");
  const reader = await (await openStore(store)).openReader();
  const hash = createHash("sha256");
  for await (const record of reader.records()) hash.update(JSON.stringify(record));
  await reader.close();
  return hash.digest("hex");
}

function slices<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const parts: Item[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
