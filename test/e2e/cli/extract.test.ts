import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  deadAddress,
  payloadOf,
  plainAnswer,
  type Received,
  type Sent,
  serveModel,
  twofoldAnswer,
  userOf,
  worded,
} from "../../support/fake-model.ts";
import { elenchus, workFolder, writeComments } from "./binary.ts";

const cwd = await workFolder();
await writeComments(join(cwd, "lake.jsonl"), [
  { id: "1", author: "Ann", text: "Clay dikes are the cheapest. They last for centuries." },
  { id: "2", parentId: "1", author: "Bo", text: "Clay dikes crack in a drought. Nobody inspects them." },
  { id: "3", parentId: "2", author: "Ann", text: "Inspections happen every spring. The reports are public." },
]);
const answering = (received: Received): Sent => worded.openai(plainAnswer(payloadOf(userOf(received))));
const mapped = async (store: string) => await elenchus(["map", "lake.jsonl", "--store", store], { cwd });
const exported = async (store: string) =>
  (await elenchus(["export", "--store", store], { cwd })).stdout.replace(/"generator":[^\n]*/u, "");

describe("elenchus extract", () => {
  it("writes requests, takes answers from a file, names its bad lines, and asks nobody", async () => {
    await mapped("files");
    const model = ["--model", "someone", "--store", "files"];
    const written = await elenchus(["extract", ...model, "--requests", "out.jsonl"], { cwd });
    expect(written).toMatchObject({ code: 0, stderr: "wrote 3 requests to out.jsonl\n" });
    const requests = (await readFile(join(cwd, "out.jsonl"), "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(Object.keys(requests[0])).toEqual(["id", "promptVersion", "model", "system", "user", "schema"]);
    const answers = requests.map(({ id, user }) =>
      JSON.stringify({ id, answer: plainAnswer(payloadOf(user)) }),
    );
    const bad = ['{"id": "nobody", "answer": {"claims": [], "relations": []}}', "no JSON"];
    await writeFile(join(cwd, "in.jsonl"), `${[answers[0], ...bad, ...answers.slice(1)].join("\n")}\n`);
    const taken = await elenchus(["extract", ...model, "--answers", "in.jsonl"], { cwd });
    expect(taken.code).toBe(0);
    expect(taken.stdout).toContain("3 answers taken, 2 lines refused");
    expect(taken.stderr).toContain("error extraction.answers-invalid: in.jsonl:2: no request");
    expect(taken.stderr).toContain("error extraction.answers-invalid: in.jsonl:3: the line is no JSON");
    const again = await elenchus(["extract", ...model, "--offline", "--json"], { cwd });
    expect(JSON.parse(again.stdout)).toMatchObject({ isChanged: false, counts: { claims: 6 } });
    const reasons = await elenchus(["extract", ...model, "--reasons"], { cwd });
    expect(reasons.stdout.split("\n").slice(0, 3)).toEqual([
      "“Clay dikes crack in a drought.” (lake.jsonl:2)",
      "  responds-to 0.95 “Clay dikes are the cheapest.” (lake.jsonl:1)",
      "  answers the opening",
    ]);
    const missing = await elenchus(["extract", ...model, "--requests", "-", "--unanswered"], { cwd });
    expect(missing.stdout).toBe("");
  });

  it("asks a server about what is stored, and again nothing once it is answered", async () => {
    await mapped("asked");
    const { url, received } = await serveModel(answering);
    const words = ["extract", "--store", "asked", "--model", "someone", "--llm-url", url];
    const env = { ELENCHUS_LLM_KEY: "secret-key" };
    const first = await elenchus(words, { cwd, env });
    expect(first.code).toBe(0);
    expect(first.stdout).toContain("the model was asked 3 times (300 tokens read, 60 written)");
    expect(received.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill("Bearer secret-key"));
    expect((await elenchus(words, { cwd, env })).stdout).toContain("nothing changed");
    expect(received).toHaveLength(3);
    // The same answers in a store made anew, with nobody to ask.
    await mapped("replayed");
    const other = ["--store", "replayed", "--llm-cache", "asked.answers", "--offline"];
    await elenchus(["extract", "--model", "someone", ...other], { cwd });
    expect(await exported("replayed")).toBe(await exported("asked"));
  });

  it("looks twice by files, where answers to both looks may stand in one", async () => {
    await mapped("twice");
    const model = ["--model", "someone", "--store", "twice"];
    const answersTo = async (file: string) =>
      (await readFile(join(cwd, file), "utf8"))
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line))
        .map(({ id, user }) => JSON.stringify({ id, answer: twofoldAnswer(JSON.parse(user.slice(6, -7))) }));
    const early = await elenchus(["extract", ...model, "--requests", "none.jsonl", "--verify"], { cwd });
    expect(early).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("3 requests have no answer yet"),
    });
    await elenchus(["extract", ...model, "--requests", "first.jsonl"], { cwd });
    const first = await answersTo("first.jsonl");
    await writeFile(join(cwd, "in.jsonl"), first.join("\n"));
    expect((await elenchus(["extract", ...model, "--answers", "in.jsonl"], { cwd })).code).toBe(0);
    expect(await exported("twice")).toContain('"method":"model"');
    const written = await elenchus(["extract", ...model, "--requests", "second.jsonl", "--verify"], { cwd });
    expect(written.stderr).toBe("wrote 2 requests to second.jsonl\n");
    const estimate = await elenchus(["extract", ...model, "--verify", "--dry-run"], { cwd });
    expect(estimate.stdout).toMatch(/^would ask 2 requests: .* 3 answers are at hand\n$/u);
    const second = await answersTo("second.jsonl");
    await writeFile(
      join(cwd, "in.jsonl"),
      [...second, "no JSON", ...first, '{"id": "x", "answer": {}}'].join("\n"),
    );
    const words = ["extract", ...model, "--answers", "in.jsonl", "--verify"];
    // A store made anew, with no answers at hand: the second requests are known once the first are answered.
    await rm(join(cwd, "twice.answers"), { recursive: true });
    const taken = await elenchus(words, { cwd });
    expect(taken.stdout).toContain("5 answers taken, 2 lines refused");
    expect(taken.stderr).toContain("in.jsonl:3: the line is no JSON");
    expect(taken.stderr).toContain("in.jsonl:7: no request with this model and prompt has the id x");
    expect(await exported("twice")).not.toContain('"method":"model"');
    expect(await exported("twice")).toContain('"method":"model-verified"');
    const reasons = await elenchus(["extract", ...model, "--reasons", "--verify"], { cwd });
    expect(reasons.stdout).toContain("holds at a second look");
    const left = await elenchus(["extract", ...model, "--requests", "-", "--unanswered", "--verify"], {
      cwd,
    });
    expect(left.stdout).toBe("");
  });

  it("looks twice in one run", async () => {
    await mapped("verified");
    const { url, received } = await serveModel((one) => worded.openai(twofoldAnswer(payloadOf(userOf(one)))));
    const words = ["extract", "--store", "verified", "--model", "someone", "--llm-url", url, "--verify"];
    expect((await elenchus(words, { cwd })).code).toBe(0);
    expect(received).toHaveLength(5);
    expect(await exported("verified")).toContain('"method":"model-verified"');
    expect((await elenchus([...words, "--offline"], { cwd })).stdout).toContain("nothing changed");
  });

  it("refuses an address with a password in it, and does not print it", async () => {
    await mapped("credentials");
    const url = "http://ann:hunter2@localhost:1/v1";
    const ended = await elenchus(
      ["extract", "--store", "credentials", "--model", "someone", "--llm-url", url],
      { cwd },
    );
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain("--llm-url holds a user or a password");
    expect(ended.stderr + ended.stdout).not.toContain("hunter2");
  });

  it("ends with one error where the server is gone, and goes on from there when it is back", async () => {
    await mapped("gone");
    const words = ["extract", "--store", "gone", "--model", "someone", "--llm-url"];
    const ended = await elenchus([...words, await deadAddress()], { cwd });
    expect(ended.code).toBe(3);
    expect(ended.stderr.match(/ECONNREFUSED/gu)).toHaveLength(1);
    expect(ended.stderr).toMatch(/error extraction\.model-unreachable: http:\/\/127\.0\.0\.1:/u);
    expect(ended.stderr).toContain("model-waiting: 3 comments wait for an answer: the run stopped asking");
    const back = await serveModel(answering);
    expect((await elenchus([...words, back.url], { cwd })).code).toBe(0);
    expect(back.received).toHaveLength(3);
  });

  it("asks no service without a key, and says where one belongs", async () => {
    await mapped("keyless");
    const ended = await elenchus(["extract", "--store", "keyless", "--model", "someone"], { cwd });
    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain("https://api.openai.com/v1/chat/completions needs a key, and none is set");
    expect(ended.stderr).toContain("Set ELENCHUS_LLM_KEY or OPENAI_API_KEY");
    expect(ended.stdout).toContain("3 requests have no answer");
  });

  it("is part of map, too", async () => {
    const { url } = await serveModel(answering);
    const model = ["--extractor", "llm", "--model", "someone", "--llm-url", url];
    const ended = await elenchus(["map", "lake.jsonl", "--store", "at-once", ...model], { cwd });
    expect(ended).toMatchObject({ code: 0, stderr: expect.stringContaining("the model was asked 3 times") });
    expect(await exported("at-once")).toContain('"method":"model"');
  });

  it("stops at a cap with what it has, says how to go on, and goes on", async () => {
    await mapped("capped");
    const { url, received } = await serveModel(answering);
    const words = ["extract", "--store", "capped", "--model", "someone", "--llm-url", url, "--parallel", "1"];
    const capped = await elenchus([...words, "--max-requests", "2"], { cwd });
    expect(capped.code).toBe(3);
    expect(capped.stderr).toMatch(/error extraction\.model-limit: --max-requests 2 is reached/u);
    expect(capped.stderr).toContain("the same command with a higher limit goes on from there");
    expect(capped.stdout).toContain("1 request has no answer");
    expect((await elenchus(words, { cwd })).code).toBe(0);
    expect(received).toHaveLength(3);
  });

  it("is taken up after it was killed, without asking twice", async () => {
    await mapped("killed");
    const killed = new AbortController();
    const { url, received } = await serveModel((one, count) => {
      if (count === 3) killed.abort();
      return { ...answering(one), afterMs: count === 3 ? 60_000 : 0 };
    });
    const words = ["extract", "--store", "killed", "--model", "someone", "--llm-url", url, "--parallel", "1"];
    const ended = await elenchus(words, {
      cwd,
      onStart: (child) => killed.signal.addEventListener("abort", () => child.kill("SIGKILL")),
    });
    expect(ended.code).toBeNull();
    const after = await serveModel(answering);
    const resumed = await elenchus([...words.slice(0, 6), after.url], { cwd });
    expect([resumed.code, received.length, after.received.length]).toEqual([0, 3, 1]);
  });

  it("estimates and asks nobody", async () => {
    await mapped("estimated");
    const words = ["extract", "--store", "estimated", "--model", "someone", "--dry-run"];
    const { code, stdout } = await elenchus([...words, "--price-in", "3", "--price-out", "15"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^would ask 3 requests: about \d+ tokens read, \d+ written, cost about 0\.\d\d; 0 answers are at hand\n$/u,
    );
  });

  it.each([
    ["a threshold that is no share", ["--verify-below", "80"], 2, "It must be a share above 0"],
    ["a cap on cost without prices", ["--max-cost", "1"], 2, "cli.usage: a cost needs both prices"],
    [
      "an address that is none",
      ["--llm-url", "localhost"],
      2,
      "cli.usage: --llm-url localhost is no address",
    ],
    [
      "a file of answers that is not there",
      ["--answers", "gone.jsonl"],
      3,
      "extraction.answers-invalid: gone.jsonl",
    ],
  ])("refuses %s", async (_, words, code, message) => {
    await mapped("refused");
    const ended = await elenchus(["extract", "--store", "refused", "--model", "someone", ...words], { cwd });
    expect(ended).toMatchObject({ code, stderr: expect.stringContaining(message) });
  });

  it("makes no store where there is none", async () => {
    const ended = await elenchus(["extract", "--store", "nowhere", "--model", "someone", "--offline"], {
      cwd,
    });
    expect(ended).toMatchObject({ code: 3, stderr: expect.stringContaining("store.empty") });
    expect(existsSync(join(cwd, "nowhere"))).toBe(false);
  });

  it("needs the name of a model", async () => {
    await mapped("unnamed");
    const ended = await elenchus(["extract", "--store", "unnamed"], { cwd });
    expect(ended).toMatchObject({ code: 3, stderr: expect.stringContaining("extraction.model-missing") });
  });
});
