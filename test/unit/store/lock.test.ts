import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { liveness, ownIdentity } from "../../../src/process-identity.ts";
import { lockHolder, takeLock } from "../../../src/store/embedded/lock.ts";

describe("the lock of a store", () => {
  let directory: string;
  const quiet = { onMessage: () => {} };

  beforeEach(async () => {
    directory = `${await mkdtemp(`${tmpdir()}/elenchus-lock-`)}/lock`;
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  /** The file of a lock that another process holds, or held. */
  const heldBy = async (holder: object, number = 1) => {
    await mkdir(directory, { recursive: true });
    await writeFile(`${directory}/${number}`, JSON.stringify(holder));
  };
  const gonePid = () =>
    new Promise<number>((resolve) => {
      const child = spawn(process.execPath, ["-e", "0"]);
      child.once("exit", () => resolve(child.pid ?? 0));
    });

  it("is held by one of many contenders at a time, and each gets it", async () => {
    let inside = 0;
    let most = 0;
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const lock = await takeLock(directory, quiet);
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push(index);
        inside -= 1;
        await lock.release();
      }),
    );
    expect(most).toBe(1);
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index));
    // Old files go, and no scratch file stays.
    expect((await readdir(directory)).length).toBeLessThanOrEqual(8);
  });

  it("passes on at once from a process that is gone", async () => {
    await heldBy({ ...(await ownIdentity()), pid: await gonePid() });
    const messages: string[] = [];
    const lock = await takeLock(directory, { onMessage: (message) => messages.push(message) });
    expect(messages).toEqual([]);
    expect((await lockHolder(directory))?.pid).toBe(process.pid);
    await lock.release();
    expect(await lockHolder(directory)).toBeNull();
  });

  it("passes on from a process whose number another one has by now", async () => {
    const own = await ownIdentity();
    expect(own.started).not.toBe("");
    await heldBy({ ...own, started: "1" });
    await (await takeLock(directory, quiet)).release();
  });

  it("passes on from a process that ran before this machine started again", async () => {
    await heldBy({ pid: process.pid, started: "1", host: hostname(), machine: "another-boot x" });
    await (await takeLock(directory, quiet)).release();
  });

  it("stays with a process that lives, and with one of another machine that cannot be seen", async () => {
    const own = await ownIdentity();
    const holders = [own, { ...own, host: "elsewhere", machine: "other x", pid: 4242 }];
    for (const [index, holder] of holders.entries()) {
      await heldBy(holder, index + 1);
      const messages: string[] = [];
      const taking = takeLock(directory, {
        onMessage: (message) => messages.push(message),
        signal: AbortSignal.timeout(400),
      });
      await expect(taking).rejects.toMatchObject({ name: "TimeoutError" });
      expect(messages).toEqual([expect.stringContaining(`process ${holder.pid}`)]);
    }
    expect(await liveness(own)).toBe("alive");
  });

  it("is taken by one alone when many find the same process gone", async () => {
    await heldBy({ ...(await ownIdentity()), pid: await gonePid() }, 41);
    let inside = 0;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const lock = await takeLock(directory, quiet);
        inside += 1;
        expect(inside).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 2));
        inside -= 1;
        await lock.release();
      }),
    );
    const numbers = (await readdir(directory)).map(Number);
    expect(Math.max(...numbers)).toBe(49);
    expect(await readFile(`${directory}/49`, "utf8")).toBe("");
  });

  it("does not wait when it is aborted before", async () => {
    await expect(
      takeLock(directory, { ...quiet, signal: AbortSignal.abort(new Error("no")) }),
    ).rejects.toThrow("no");
  });
});
