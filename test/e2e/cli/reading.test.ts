import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { runtimeFolder, runtimeSkip } from "../../support/shared.ts";
import { tinyModel } from "../../support/tiny-model.ts";
import { binary, elenchus, example, workFolder, writeComments } from "./binary.ts";

const cwd = await workFolder();
const ask = (...words: readonly string[]) => elenchus([...words, "--store", "example"], { cwd });
const json = async (...words: readonly string[]) => JSON.parse((await ask(...words, "--json")).stdout);

beforeAll(async () => {
  const { code, stderr } = await elenchus(["map", example, "--store", "example"], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
});

describe("an empty store", () => {
  it.each([
    ["search", "x"],
    ["similar", "x"],
    ["concepts"],
    ["claims"],
    ["show", "x"],
    ["debate", "a", "b"],
    ["trace", "a"],
    ["query", "MATCH (n) RETURN n.id AS id"],
    ["export"],
    ["store", "rebuild"],
    ["store", "compact"],
  ])("is refused by %s with what to do next", async (...words) => {
    const ended = await elenchus([...words, "--store", "nothing"], { cwd });
    expect(ended.code).toBe(3);
    expect(ended.stdout).toBe("");
    expect(ended.stderr).toMatch(/^error store\.empty: .*\nhint {2}.*elenchus map/);
  });

  it("is described by store status, and not made by it", async () => {
    const ended = await elenchus(["store", "status", "--store", "nothing"], { cwd });
    expect([ended.code, ended.stderr]).toEqual([0, ""]);
    expect(ended.stdout).toMatch(/^writer {5}none\nholds {6}nothing yet: elenchus map FILE$/m);
    const { stdout } = await elenchus(["store", "status", "--store", "nothing", "--json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ counts: null, revision: 0, writer: null });
    expect(existsSync(join(cwd, "nothing"))).toBe(false);
  });
});

describe("elenchus similar", () => {
  it("shows claims that say nearly the same, and marks those that may say the opposite", async () => {
    const reversed = "Self-supervised learning is more dangerous than RL";
    const { code, stdout } = await ask("similar", "--text", reversed, "--limit", "2");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^like: Self-supervised learning is more dangerous than RL\n\n1\.00 {2}RL is more/,
    );
    expect(stdout).toMatch(
      /says the opposite\? \(compared the other way round\) · claim [0-9a-f]{16} · Harrow/,
    );
    expect(stdout).toMatch(/showing 2 of \d+ wordings\n$/);
  });

  it("takes the start of an id, and prints JSON and CSV", async () => {
    const { items } = await json("search", "RL is more dangerous than self-supervised learning");
    const id: string = items[0].claim.id;
    const found = await json("similar", id.slice(0, 10), "--min", "0.1", "--limit", "3");
    expect(found.asked.claimId).toBe(id);
    expect(found.items).toHaveLength(3);
    const csv = await ask("similar", id, "--csv", "--author", "Harrow");
    expect(csv.stdout.split("\r\n")[0]).toBe(
      "score,characters,meaning,same,apart,differs,id,author,date,comment,text",
    );
  });

  it("refuses wrong use, and a model that is not there", async () => {
    expect((await ask("similar")).code).toBe(2);
    expect((await ask("similar", "a", "--text", "b")).code).toBe(2);
    expect((await ask("similar", "a", "--min", "2")).code).toBe(2);
    expect(await ask("similar", "a", "--embeddings", "no.onnx")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--vocabulary"),
    });
  });
});

describe.skipIf(runtimeSkip)(`elenchus similar with a model${runtimeSkip ? ` (${runtimeSkip})` : ""}`, () => {
  it("blends in what the model says, and reads nothing again that it read before", async () => {
    // Only "rl" means anything to this model, and it comes near to no other claim by its letters.
    await writeFile(join(cwd, "vocab.txt"), "[CLS]\n[SEP]\n[UNK]\nrl\n");
    await writeFile(
      join(cwd, "tiny.onnx"),
      tinyModel([
        [0, 1],
        [0, 1],
        [0, 1],
        [9, 0],
      ]),
    );
    const words = [
      "similar",
      "--text",
      "RL",
      "--embeddings",
      join(cwd, "tiny.onnx"),
      "--limit",
      "3",
      "--json",
    ];
    const run = () => elenchus([...words, "--store", join(cwd, "example")], { cwd: runtimeFolder });
    const first = await run();
    expect(first.stderr).toMatch(/^the model read \d+ of \d+ texts$/m);
    const { items } = JSON.parse(first.stdout);
    expect(items).toHaveLength(3);
    for (const { score, characters, meaning } of items)
      expect(score).toBeCloseTo(0.3 * characters + 0.7 * meaning, 2);
    const second = await run();
    expect([second.stderr, second.stdout]).toEqual(["", first.stdout]);
  });
});

describe("elenchus correct same", () => {
  it("joins two claims, and parts them again when that is undone", async () => {
    const { items } = await json("similar", "--text", "RL is more dangerous than SSL", "--min", "0.2");
    const [one, other] = items.map((item: { claim: { id: string } }) => item.claim.id);
    const joined = await ask("correct", "same", one, other, "--by", "Ann");
    expect(joined.stdout).toMatch(/^both say the same: they are the claim [0-9a-f]{16} by Ann \(correction /);
    expect(await ask("correct", "same", one, other, "--by", "Ann")).toEqual(joined);
    const { items: said } = await json("correct", "list");
    expect(said).toMatchObject([{ kind: "claim", says: "one claim", by: "Ann", isWaiting: false }]);
    const parted = await ask("correct", "same", one, other, "--not");
    expect(parted.stdout).toMatch(
      /^they do not say the same: they are the claims [0-9a-f]{16} and [0-9a-f]{16} /,
    );
    const [{ id }] = (await json("correct", "list")).items;
    expect((await ask("correct", "undo", id)).code).toBe(0);
    expect(
      (await json("similar", one, "--min", "0.2")).items.some((it: { isOne: boolean }) => it.isOne),
    ).toBe(false);
  });
});

describe("elenchus search", () => {
  it("shows the words with who, when and where", async () => {
    const { code, stdout } = await ask("search", "reward", "hacking");
    expect(code).toBe(0);
    expect(stdout).toMatch(/claim [0-9a-f]{16} · Tessel · 2025-04-02 · debate\.jsonl:c17/);
    expect(stdout).toMatch(/(showing \d+ of \d+|\d+) hits\n$/);
  });

  it("prints JSON and CSV, and refuses a kind that there is not", async () => {
    const found = await json("search", "reward function", "--limit", "2");
    expect(found.items).toHaveLength(2);
    expect(found.total).toBeGreaterThan(2);
    const csv = await ask("search", "reward function", "--csv", "--limit", "1");
    expect(csv.stdout.split("\r\n")[0]).toBe(
      "kind,score,id,author,date,comment,concepts,locutions,attacks,relations,attribution,text",
    );
    expect(csv.stderr).toMatch(/^showing 1 of \d+ hits\n$/);
    expect((await ask("search", "x", "--kind", "author")).code).toBe(2);
  });
});

describe("elenchus concepts and claims", () => {
  it("lists concepts with their other labels", async () => {
    const { items } = await json("concepts", "--limit", "5");
    expect(items).toContainEqual(
      expect.objectContaining({ label: "reinforcement learning", altLabels: expect.arrayContaining(["RL"]) }),
    );
    expect((await ask("concepts", "--limit", "2")).stdout).toMatch(/showing 2 of \d+ concepts\n$/);
  });

  it("lists the claims of one author about one concept", async () => {
    const { items, total } = await json("claims", "--concept", "rl", "--author", "tessel");
    expect(items).toHaveLength(total);
    for (const claim of items) expect(claim.words.speaker.name).toBe("Tessel");
    const attacked = await json("claims", "--kind", "disagrees-with", "--limit", "3");
    for (const claim of attacked.items) expect(claim.relations).toBeGreaterThan(0);
  });

  it("says which concept or author is not there, and what is near", async () => {
    const ended = await ask("claims", "--concept", "reinforcement");
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(
      /^error query\.no-match: no concept is called "reinforcement"\nhint {2}Did you mean/,
    );
    expect((await ask("claims", "--author", "nobody")).stderr).toContain("Harrow");
  });
});

describe("elenchus show", () => {
  it("marks a claim's words in the comment, by the start of its id", async () => {
    const [claim] = (
      await json("search", "RL is more dangerous than self-supervised learning", "--kind", "claim")
    ).items;
    const { code, stdout } = await ask("show", claim.claim.id.slice(0, 9));
    expect(code).toBe(0);
    expect(stdout).toContain("Here is a claim that I would like to see attacked. [RL is more dangerous than");
    expect(stdout).toContain("⊣ disagrees-with");
  });

  it("shows a comment, also by the id that its site gives it", async () => {
    const { stdout } = await ask("show", "c10");
    expect(stdout).toMatch(/^Harrow\n {2}comment debate\.jsonl:c10 · 2025-03-03/);
    expect(stdout).toContain("[More precisely, RL is more dangerous than SSL when");
    expect(stdout).toContain("«RL is more dangerous than self-supervised learning.»");
    expect(stdout).toContain("words of Harrow · from debate.jsonl:c01");
    expect((await ask("show", "tessel")).stdout).toMatch(
      /^Tessel\n {2}author debate\.jsonl:tessel · \d+ comments/,
    );
  });

  it("lists the candidates of an ambiguous start", async () => {
    const ended = await ask("show", "debate.jsonl:c1");
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/^error query\.id-ambiguous: .*comment debate\.jsonl:c10 \(/);
  });
});

describe("elenchus debate", () => {
  it("puts Harrow and Tessel on two sides and names what they hold", async () => {
    const debate = await json("debate", "RL", "SSL");
    const sideOf = (name: string) =>
      debate.sides.find((side: { members: { name: string }[] }) =>
        side.members.some((member) => member.name === name),
      );
    expect(sideOf("Harrow")).toMatchObject({ towardA: "against", towardB: "for" });
    expect(sideOf("Tessel").id).not.toBe(sideOf("Harrow").id);
    expect(debate.clashes.length).toBeGreaterThan(2);
    const { stdout } = await ask("debate", "RL", "SSL", "--clashes", "1");
    expect(stdout).toMatch(/^RL or SSL\?/);
    expect(stdout).toContain("against RL, for SSL");
    expect(stdout).toMatch(
      /showing 1 of \d+ clashes, \d+ claims, \d+ disagreements? unanswered, \d+ more suggestions \(--suggestions\)\n$/,
    );
  });

  it("says when a subject is no concept, and what is near when nothing is about it", async () => {
    expect((await ask("debate", "trains these things", "SSL")).stdout).toContain("No concept is called");
    expect(await ask("debate", "zebras", "SSL")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("query.no-match"),
    });
  });
});

describe("elenchus trace", () => {
  it("follows Harrow's claim from February to October", async () => {
    const trace = await json("trace", "RL is more dangerous", "--author", "Harrow", "--suggestions");
    const days = trace.steps.map((step: { words: { createdAt: string } }) =>
      step.words.createdAt.slice(0, 10),
    );
    expect(days).toEqual([...days].sort());
    expect(days[0]).toBe("2025-02-03");
    expect(days.at(-1)).toBe("2025-10-03");
    const { stdout } = await ask("trace", "RL is more dangerous", "--author", "Harrow", "--suggestions");
    expect(stdout).toMatch(/^1\. RL is more dangerous than self-supervised learning\./);
    expect(stdout).toMatch(/was: RL is more dangerous than \[-self-supervised learning-\]/);
  });

  it("lists near claims of a line that stands alone", async () => {
    const { stdout } = await ask("trace", "thin layer on a large amount of SSL", "--author", "Ozmund");
    expect(stdout).toContain("it stands alone");
    expect(stdout).toContain("near, not refinements");
  });
});

describe("elenchus query", () => {
  const cypher =
    "MATCH (c:Claim)-[:ABOUT]->(k:Concept) WHERE $k IN k.labels RETURN c.text AS text ORDER BY text LIMIT 2";

  it("runs a user's Cypher with parameters", async () => {
    const answer = await json("query", cypher, "--param", "k=RL");
    expect(answer).toMatchObject({ columns: ["text"], isTruncated: false });
    expect(answer.rows).toHaveLength(2);
    const { stdout } = await ask("query", cypher, "--param", "k=SSL", "--csv");
    expect(stdout).toMatch(/^text\r\n/);
  });

  it("cuts the rows and says so", async () => {
    const { stdout } = await ask("query", "MATCH (c:Claim) RETURN c.id AS id ORDER BY id", "--max-rows", "3");
    expect(stdout).toMatch(/the first 3 rows; there are more/);
  });

  it("refuses to write, to read files, to run without its parameters and to run too long", async () => {
    const refused = async (...words: readonly string[]) => {
      const { code, stderr } = await ask("query", ...words);
      return [code, /error ([\w.-]+)/.exec(stderr)?.[1]];
    };
    expect(await refused("CREATE (n:Claim {id: 'x'}) RETURN n.id AS id")).toEqual([3, "query.not-read-only"]);
    expect(await refused("LOAD CSV FROM '/etc/passwd' AS row RETURN row")).toEqual([
      3,
      "query.not-read-only",
    ]);
    expect(await refused(cypher)).toEqual([3, "query.parameter-missing"]);
    expect(await ask("query", "MATCH (n RETURN n")).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/^error query\.invalid: [\s\S]+\nhint .+ docs\/cypher\.md /u),
    });
    // Takes time and no memory: one that gathers rows may meet the other limit first.
    const endless =
      "RETURN reduce(s = 0, x IN range(1, 100000) | s + reduce(t = 0, y IN range(1, 10000) | t + y)) AS n";
    expect(await refused(endless, "--timeout", "300ms")).toEqual([3, "query.timeout"]);
    expect(await refused(cypher, "--param", "k")).toEqual([2, "cli.usage"]);
  });
});

describe("elenchus formats", () => {
  it("lists what the registries hold", async () => {
    const { stdout } = await ask("formats");
    for (const line of [
      /^--from +jsonl /m,
      /^--from +profile-dump /m,
      /^--to +json /m,
      /^--extractor +rules /m,
    ])
      expect(stdout).toMatch(line);
    expect(stdout).toMatch(/^name +id +author +time +parent +quote +edit +deletion +votes +reactions$/m);
    expect(stdout).toMatch(/^profile-dump +· +yes +· /m);
    const csv = await ask("formats", "--csv");
    expect(csv.stdout).toMatch(
      /^'--from,jsonl,"?comments.*,true,true,true,true,true,true,true,true,true\r?$/m,
    );
    const listed: readonly { id: string; keeps: unknown }[] = JSON.parse(
      (await ask("formats", "--json")).stdout,
    );
    expect(listed.find(({ id }) => id === "profile-dump")?.keeps).toEqual(["author", "quote", "edit"]);
  });

  it("says of which format a file is, how sure that is, and what it looked at where nothing fits", async () => {
    await writeFile(join(cwd, "code.dat"), "function f() {\n  return 1;\n}\n");
    const { code, stdout, stderr } = await ask("formats", example, "code.dat");
    expect(stdout).toMatch(/^debate\.jsonl +jsonl +1\.00/m);
    expect(code).toBe(3);
    expect(stderr).toMatch(/error import\.format-unknown: code\.dat: .*begins "function f\(\) \{"/);
    expect(stderr).toMatch(/hint .*--from, one of: .*jsonl/);
    const json = await ask("formats", example, "--json");
    expect(JSON.parse(json.stdout)).toEqual([
      { file: "debate.jsonl", format: "jsonl", certainty: 1, others: [] },
    ]);
  });
});

describe("the terminal", () => {
  it("is not steered by what comments hold", async () => {
    const text =
      "Rewards \u001b]0;owned\u0007 are \u202edangerous\u202c and \u001b[2Jgamed \u009b31mby systems.";
    await writeComments(join(cwd, "hostile.jsonl"), [{ id: "h\u001b[31m", author: "Eve\u001b[1m", text }]);
    const mapped = await elenchus(["map", "hostile.jsonl", "--store", "hostile"], { cwd });
    const shown = await Promise.all(
      [
        ["search", "rewards"],
        ["claims"],
        ["show", "hostile.jsonl:h"],
        ["search", "rewards", "--json"],
        ["query", "MATCH (c:Comment) RETURN c.text AS text ORDER BY text"],
      ].map((words) => elenchus([...words, "--store", "hostile"], { cwd })),
    );
    for (const { stdout, stderr } of [mapped, ...shown])
      expect(stdout + stderr).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
    expect(shown.some(({ stdout }) => stdout.includes("␛[2Jgamed"))).toBe(true);
  });

  it("does not mind a reader that has seen enough", async () => {
    const command = `"${process.execPath}" "${binary}" export --store example | head -c 20; echo "status \${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await promisify(execFile)("bash", ["-c", command], { cwd });
    expect(stdout).toBe('{ "elenchus": 1, "gestatus 0\n');
    expect(stderr).toBe("");
  });
});
