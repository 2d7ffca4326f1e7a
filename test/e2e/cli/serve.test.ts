import type { ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { type Ended, elenchus, example, printed, workFolder } from "./binary.ts";

const cwd = await workFolder();

/** Starts a server, works with it, and stops it as Ctrl+C does. */
async function serving(
  words: readonly string[],
  work: (url: string) => Promise<void>,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended & { readonly url: string }> {
  let child: ChildProcess | null = null;
  const ended = elenchus(words, {
    cwd,
    env,
    onStart: (started) => {
      child = started;
    },
  });
  if (child === null) throw new Error("the server did not start");
  const url = await printed(child, /http:\/\/\S+\//);
  try {
    await work(url);
  } finally {
    (child as ChildProcess).kill("SIGINT");
  }
  return { ...(await ended), url };
}

describe("elenchus serve", () => {
  it("serves the store on this machine alone, follows what is mapped, and stops at an interrupt", async () => {
    const { code, stderr, url } = await serving(["serve", "--port", "0"], async (at) => {
      expect((await fetch(`${at}api/summary`)).status).toBe(409);
      expect((await elenchus(["map", example], { cwd })).code).toBe(0);
      await expect.poll(async () => (await fetch(`${at}api/summary`)).status, { timeout: 10_000 }).toBe(200);
    });
    expect(code).toBe(0);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(stderr).toContain("store.empty");
  });

  it("refuses a port that is in use", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const ended = await elenchus(["serve", "--port", String(port)], { cwd });
    other.close();
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/error server\.port-in-use: port \d+ on 127\.0\.0\.1 is in use\nhint {2}/);
  });

  it("serves others only who show the token, and never prints it", async () => {
    const token = "a-token-of-this-test-alone";
    const unset = await elenchus(["serve", "--port", "0", "--host", "0.0.0.0"], { cwd });
    expect(unset.code).toBe(3);
    expect(unset.stderr).toMatch(
      /^error server\.token-required: others can reach 0\.0\.0\.0,.*\nhint {2}Set ELENCHUS_TOKEN/,
    );
    const words = ["serve", "--port", "0", "--host", "0.0.0.0"];
    const { code, stdout, stderr } = await serving(
      words,
      async (url) => {
        const local = url.replace("0.0.0.0", "127.0.0.1");
        expect((await fetch(local)).status).toBe(401);
        const headers = { authorization: `Bearer ${token}` };
        expect((await fetch(`${local}api/openapi.json`, { headers })).status).toBe(200);
      },
      { ELENCHUS_TOKEN: token },
    );
    expect(code).toBe(0);
    expect(stderr).toContain("Open it once with ?token=");
    expect(`${stdout}${stderr}`).not.toContain(token);
  });

  it("refuses a port that is none", async () => {
    expect((await elenchus(["serve", "--port", "70000"], { cwd })).code).toBe(2);
  });
});

describe("elenchus demo", () => {
  it("maps the example into a store of its own, says what it mapped, and serves it", async () => {
    const { code, stdout } = await serving(["demo", "--port", "0"], async (url) => {
      const summary: unknown = await (await fetch(`${url}api/summary`)).json();
      expect(summary).toMatchObject({ counts: { comments: 33 } });
    });
    expect(code).toBe(0);
    expect(stdout).toContain("mapped 1 of 1 input into ./.elenchus/example");
    expect(stdout).toContain("\nTry: elenchus debate RL SSL --store .elenchus/example\n");
  });

  it("names the command as it can be given where npm starts it", async () => {
    const env = { npm_lifecycle_event: "start" };
    const { stdout } = await serving(["demo", "--port", "0"], async () => {}, env);
    expect(stdout).toContain("\nTry: npx elenchus debate RL SSL --store .elenchus/example\n");
  });
});
