import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { elenchus, example, workFolder, writeComments } from "./binary.ts";

const cwd = await workFolder();
const at = (name: string): string => join(cwd, name);
const map = (store: string, ...words: readonly string[]) =>
  elenchus(["map", ...words, "--store", store], { cwd });

describe("elenchus map", () => {
  it("maps the example, says what it found, and changes nothing the second time", async () => {
    const first = await map("again", example);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toContain("mapped 1 of 1 input into embedded:");
    for (const line of [
      /^comments +33 +\+33$/m,
      /^claims +\d{2,} +\+\d{2,}$/m,
      /^disagrees-with +\d+ +\+\d+$/m,
    ])
      expect(first.stdout).toMatch(line);
    const second = await map("again", example);
    expect(second.code).toBe(0);
    expect(second.stdout).toContain("nothing changed, 0 diagnostics");
    expect(second.stdout).toMatch(/^claims +\d+ +0$/m);
  });

  it("uses ./.elenchus/default, or what ELENCHUS_STORE names", async () => {
    await writeComments(at("one.jsonl"), [
      { id: "1", text: "Rewards are dangerous because they are gamed." },
    ]);
    await elenchus(["map", "one.jsonl"], { cwd });
    expect(existsSync(at(".elenchus/default/journal.jsonl"))).toBe(true);
    await elenchus(["map", "one.jsonl"], { cwd, env: { ELENCHUS_STORE: "./elsewhere" } });
    expect(existsSync(at("elsewhere/journal.jsonl"))).toBe(true);
  });

  it("reads standard input, and prints the summary as JSON", async () => {
    const input = await readFile(example, "utf8");
    const ended = await elenchus(["map", "-", "--store", "stdin", "--source", "forum.example", "--json"], {
      cwd,
      input,
    });
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      inputs: 1,
      mapped: 1,
      isChanged: true,
      before: null,
      counts: { comments: 33, relations: { refines: expect.any(Number) } },
      failures: [],
      diagnostics: [],
    });
    const shown = await elenchus(["show", "forum.example:c01", "--store", "stdin"], { cwd });
    expect(shown.stdout).toContain("Harrow");
  });

  it("lands the good files beside a bad one, and exits 3 with its code and place", async () => {
    await writeFile(at("binary.dat"), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3]));
    await writeFile(at("empty.jsonl"), "");
    const ended = await map("mixed", example, "binary.dat", "empty.jsonl", "nowhere.jsonl");
    expect(ended.code).toBe(3);
    expect(ended.stdout).toContain("mapped 1 of 4 inputs");
    expect(ended.stdout).toMatch(/^comments +33 /m);
    expect(ended.stderr).toMatch(/error import\.binary: binary\.dat/);
    expect(ended.stderr).toMatch(/error import\.empty: empty\.jsonl/);
    expect(ended.stderr).toMatch(/error import\.not-found: .*nowhere\.jsonl/);
    expect(ended.stderr.match(/^hint {2}\S/gm)).toHaveLength(3);
  });

  it("lands the whole lines of a broken file, names the place of the others, and exits 4 under --strict", async () => {
    const good = JSON.stringify({ id: "a", text: "Rewards are gamed by the systems that get them." });
    await writeFile(at("broken.jsonl"), `${good}\n{"id": "b", "text": \n${good.replace('"a"', '"c"')}\n`);
    const lax = await map("broken", "broken.jsonl", "--from", "jsonl");
    expect(lax.code).toBe(0);
    expect(lax.stdout).toMatch(/^comments +2 /m);
    expect(lax.stdout).toContain("1 diagnostic");
    expect(lax.stderr).toMatch(/^error import\.record-invalid: broken\.jsonl:2/m);
    const strict = await map("strict", "broken.jsonl", "--from", "jsonl", "--strict");
    expect(strict.code).toBe(4);
    expect(strict.stdout).toMatch(/^comments +2 /m);
  });

  it("skips a record beyond --max-record and says where it stood", async () => {
    await writeComments(at("long.jsonl"), [
      { id: "a", text: "x".repeat(5000) },
      { id: "b", text: "Rewards are gamed." },
    ]);
    const ended = await map("long", "long.jsonl", "--max-record", "1KiB");
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/^comments +1 /m);
    expect(ended.stderr).toMatch(/import\.record-too-large: long\.jsonl:1/);
  });

  it("tries a run without changing the store under --dry-run", async () => {
    await writeComments(at("more.jsonl"), [{ id: "m", text: "Oversight fails where nobody looks." }]);
    await map("trial", "one.jsonl");
    const before = await readFile(at("trial/journal.jsonl"), "utf8");
    const ended = await map("trial", "more.jsonl", "--dry-run");
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/^would map 1 of 1 input/);
    expect(ended.stdout).toMatch(/^comments +2 +\+1$/m);
    expect(await readFile(at("trial/journal.jsonl"), "utf8")).toBe(before);
    const fresh = await map("never", "one.jsonl", "--dry-run");
    expect(fresh.stderr).toContain("The store is empty so far.");
    expect(existsSync(at("never"))).toBe(false);
  });

  it("takes the terms of a user's glossary, and refuses a glossary that is none", async () => {
    await writeComments(at("slang.jsonl"), [
      { id: "s", text: "The frobnicator is dangerous because frobs are gamed." },
    ]);
    await writeFile(at("terms.json"), JSON.stringify([{ prefLabel: "frobnicator", altLabels: ["frob"] }]));
    expect((await map("slang", "slang.jsonl", "--glossary", "terms.json")).code).toBe(0);
    const { stdout } = await elenchus(["concepts", "--store", "slang", "--json"], { cwd });
    expect(JSON.parse(stdout).items).toContainEqual(
      expect.objectContaining({ label: "frobnicator", altLabels: expect.arrayContaining(["frob"]) }),
    );
    await writeFile(at("more.txt"), "# slang\nfrobnicator = gadget\ndanger = hazard = dangerous\n");
    const both = ["--glossary", "terms.json", "--glossary", "more.txt"];
    expect((await map("slang", "slang.jsonl", ...both)).code).toBe(0);
    const again = await elenchus(["concepts", "--store", "slang", "--json"], { cwd });
    expect(JSON.parse(again.stdout).items.map((one: { label: string }) => one.label)).toEqual(
      expect.arrayContaining(["frobnicator", "danger"]),
    );
    await writeFile(at("bad.txt"), "frobnicator\n= gadget\n");
    expect(await map("slang", "slang.jsonl", "--glossary", "bad.txt")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("bad.txt:2: a term is missing"),
    });
    await writeFile(at("bad.json"), "{}");
    expect(await map("slang", "slang.jsonl", "--glossary", "bad.json")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("extraction.glossary-invalid"),
    });
  });

  it("refuses a store that cannot be written, a format, an extractor and a date that there are not", async () => {
    await writeFile(at("file"), "");
    for (const store of ["file", "file/store"]) {
      const { code, stderr } = await map(store, example);
      expect([code, stderr.split(":")[0]]).toEqual([3, "error store.url-invalid"]);
    }
    expect(await map("x", example, "--from", "telepathy")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("import.format-unknown"),
    });
    expect(await map("x", example, "--extractor", "magic")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("extraction.unknown-extractor"),
    });
    for (const noDate of ["July", "2023-13", "2023-02-30", "2023-07-14T25:00Z"])
      expect(await map("x", example, "--captured", noDate)).toMatchObject({ code: 2 });
  });

  it("lets two runs at once both succeed", async () => {
    await writeComments(at("two.jsonl"), [{ id: "z", text: "Search finds the mistakes in the reward." }]);
    const ended = await Promise.all([map("both", example), map("both", "two.jsonl")]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    const { stdout } = await elenchus(["store", "status", "--store", "both", "--json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ counts: { comments: 34 }, writer: null });
  });

  it("stops at an interrupt after the step at hand, and a further run does the rest", async () => {
    const sentences = [
      "Rewards are gamed.",
      "Search finds mistakes.",
      "Oversight costs too much.",
      "I disagree with that.",
    ];
    const comments = Array.from({ length: 1500 }, (_, index) => ({
      id: String(index),
      author: `author ${index % 50}`,
      text: `${sentences[index % 4]} Case ${index} shows that reward model ${index % 97} is dangerous.`,
    }));
    await writeComments(at("many.jsonl"), comments);
    const stopped = await elenchus(["map", "many.jsonl", "--store", "many"], {
      cwd,
      onStart: (child) => {
        const timer = setInterval(() => {
          if (!existsSync(at("many/journal.jsonl"))) return;
          clearInterval(timer);
          child.kill("SIGINT");
        }, 20);
        child.on("close", () => clearInterval(timer));
      },
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain("Interrupted.");
    const rest = await map("many", "many.jsonl");
    expect(rest.code).toBe(0);
    expect(rest.stdout).toMatch(/^comments +1500 /m);
  }, 120_000);
});

describe("elenchus map of several files", () => {
  it("reads a pattern, a folder and the named columns of a table", async () => {
    await mkdir(at("threads/deep"), { recursive: true });
    const table =
      'who;what they said;n\nann;"RL is risky, because rewards are gamed.";1\nbo;"No, it is safe.";2\n';
    await writeFile(at("threads/deep/table.csv"), table);
    await writeComments(at("threads/one.jsonl"), [{ id: "1", text: "Rewards are dangerous." }]);
    const columns = ["--columns", "text=what they said,author=who,id=n"];
    const ended = await map("several", "threads/**/*.csv", "threads", ...columns, "--json");
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      inputs: 3,
      mapped: 3,
      // The pattern and the folder both find the table, which is one input.
      counts: { comments: 3, authors: 2 },
    });
    const wrong = await map("several", "threads", "--columns", "text");
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("text=body,author=user")]);
  });
});
