import { Worker } from "node:worker_threads";
import { afterAll, describe, expect, it } from "vitest";
import { rules } from "../../../../src/extraction/registry.ts";
import { ExtractionPool } from "../../../../src/extraction/workers/extraction-pool.ts";
import { type ExtractionTask, SeenComment } from "../../../../src/extraction/workers/extraction-task.ts";
import { segmented } from "../../../support/segmented.ts";

const setup = { extractor: "rules", glossary: [] };
const pools: ExtractionPool[] = [];

/** Started by the test and ended with it: threads of our own, or such that run `code`. */
function poolOf(count: number, code?: string, threads: Worker[] = []): ExtractionPool {
  const start = (source: string) => () => {
    const thread = new Worker(source, { eval: true });
    threads.push(thread);
    return thread;
  };
  const pool = new ExtractionPool(setup, count, code === undefined ? undefined : start(code));
  pools.push(pool);
  return pool;
}

afterAll(async () => {
  for (const pool of pools) await pool.close();
});

function task(text: string, id: string, above: readonly SeenComment[] = []): ExtractionTask {
  const comment = segmented(text, { id, parentId: above[0]?.comment.id ?? null, authorId: `by ${id}` });
  return { seen: new SeenComment(comment), context: { ancestors: above, quoted: [], earlier: [] } };
}

describe("threads that extract", () => {
  it("find what one finds, also where the comment above is not extracted yet", async () => {
    const pool = poolOf(2);
    await pool.start();
    const extractor = await rules({ glossary: [] });
    const opening = task("I think rewards are a poor teacher. Agents cheat, because cheating pays.", "f:1");
    const reply = task("No, I disagree. Agents do not cheat, because people check the work.", "f:2", [
      opening.seen,
    ]);
    const asked = [opening, reply].map((one) => pool.extract(one));
    const alone = pool.extract(reply);
    pool.send();
    const first = await extractor.extract(opening.seen.comment, { ancestors: [], quoted: [] });
    const above = { ...opening.seen.comment, statements: first.statements };
    const second = await extractor.extract(reply.seen.comment, {
      ancestors: [above],
      quoted: [],
      earlier: [],
    });
    expect(second.relations.some(({ to }) => to.commentId === "f:1")).toBe(true);
    expect(await Promise.all([...asked, alone])).toEqual([first, second, second]);
  });

  it("report what an extractor cannot read as the error that it is, and go on", async () => {
    const pool = poolOf(1);
    await pool.start();
    const sound = task("Dikes of clay fail in a drought.", "f:1");
    const broken = { ...sound, seen: new SeenComment({ ...sound.seen.comment, segments: null as never }) };
    const asked = [pool.extract(broken), pool.extract(sound)];
    asked[0]?.catch(() => {});
    pool.send();
    await expect(asked[0]).rejects.toMatchObject({ name: "Error", message: /segments|null|iterable/u });
    expect((await asked[1])?.statements).toHaveLength(1);
  });

  it("refuse what an ended thread has not answered, naming the comments", async () => {
    const pool = poolOf(
      1,
      `const { parentPort } = require("node:worker_threads");
       parentPort.on("message", () => process.exit(7));
       parentPort.postMessage({ news: "ready" });`,
    );
    await pool.start();
    const asked = ["f:1", "f:2"].map((id) => pool.extract(task("It rains.", id)));
    pool.send();
    for (const one of asked)
      await expect(one).rejects.toMatchObject({
        code: "extraction.thread-lost",
        message: "a thread that extracts ended at one of the comments f:1 to f:2: exit code 7",
      });
    const later = pool.extract(task("It pours.", "f:3"));
    pool.send();
    await expect(later).rejects.toMatchObject({ code: "extraction.thread-lost" });
  });

  it("refuse to be ready where the extractor cannot be built", async () => {
    const pool = new ExtractionPool({ extractor: "oracle", glossary: [] }, 2);
    pools.push(pool);
    expect(pool.isReady).toBe(false);
    await expect(pool.start()).rejects.toThrow("the extractor oracle works in no thread");
    expect(() => pool.isReady).toThrow("the extractor oracle works in no thread");
  });

  it("end with what they have not answered, and leave nothing running", async () => {
    const threads: Worker[] = [];
    const pool = poolOf(
      2,
      `const { parentPort } = require("node:worker_threads");
       parentPort.on("message", () => {});
       parentPort.postMessage({ news: "ready" });`,
      threads,
    );
    await pool.start();
    const asked = pool.extract(task("It rains.", "f:1"));
    asked.catch(() => {});
    pool.send();
    await pool.close();
    await expect(asked).rejects.toMatchObject({ code: "extraction.thread-lost" });
    // A thread that has ended has no number any more.
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1, -1]);
  });
});
