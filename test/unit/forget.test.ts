import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { correctSameness } from "../../src/correct.ts";
import { forget } from "../../src/forget.ts";
import { mapFiles } from "../../src/map-files.ts";
import type { GraphElement, GraphRecord } from "../../src/model/graph.ts";
import { openStore } from "../../src/store/registry.ts";
import type { Store } from "../../src/store/store.ts";
import { reading, recordsIn } from "../support/in-store.ts";
import { jsonLines } from "../support/map-text.ts";

const shared = "Careful tests find most of the mistakes in a program.";
const quoted = "Pelicans would write better proofs than any committee.";
const thread = [
  {
    id: "1",
    author: "ada",
    threadId: "t",
    threadTitle: "Tests",
    text: "Automated tests are useful because they run every day.",
  },
  {
    id: "2",
    author: "mallory",
    threadId: "t",
    parentId: "1",
    text: `I disagree. Automated tests are not useful because nobody reads them. ${quoted} ${shared}`,
  },
  {
    id: "3",
    author: "bob",
    threadId: "t",
    parentId: "2",
    markup: "md",
    text: `> ${quoted}\n\nI doubt that, because proofs need care. The committee checks every single step.`,
    reactions: [{ by: "mallory", kind: "agree", quote: "proofs need care", sign: 1 }],
  },
  {
    id: "4",
    author: "mallory",
    threadId: "t",
    parentId: "3",
    text: "Zeppelin arithmetic is the only arithmetic that matters.",
  },
  { id: "5", author: "ada", threadId: "t", parentId: "1", text: `${shared} I will keep writing them.` },
];
const own = [
  { id: "9", author: "mallory", threadId: "monologue", text: "Walruses deserve a formal grammar." },
];

/** What three people say of one thing, in different words. */
const joinable = {
  eve: "Reinforcement learning must be tested before anybody relies on it.",
  bob: "A neural network must be tried out for years before anybody uses it.",
  cleo: "Nobody can trust a language model that was never tried out.",
};

describe("forget", () => {
  let folder: string;
  let store: Store;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "elenchus-forget-"));
    await writeFile(join(folder, "thread.jsonl"), jsonLines(thread));
    await writeFile(join(folder, "own.jsonl"), jsonLines(own));
    store = await openStore(join(folder, "store"));
    const outcome = await mapFiles([join(folder, "thread.jsonl"), join(folder, "own.jsonl")], store, {
      host: "site",
    });
    expect(outcome.failures).toEqual([]);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("takes a person's words out of every file of the store", async () => {
    const words = ["Pelicans", "Zeppelin", "Walruses", "nobody reads them", "mallory"];
    for (const word of words) expect(await filesWith(join(folder, "store"), word), word).not.toEqual([]);
    await forgetAuthor("mallory");
    for (const word of words) expect(await filesWith(join(folder, "store"), word), word).toEqual([]);
  });

  it("keeps a comment that others answer as a tombstone, and takes away the others", async () => {
    const outcome = await forgetAuthor("mallory");
    expect(outcome).toMatchObject({
      removed: ["site:4", "site:9"],
      emptied: ["site:2"],
      rewritten: ["site:3"],
    });
    const graph = await read();
    expect(graph.comments.map(({ id }) => id)).toEqual(["site:1", "site:2", "site:3", "site:5"]);
    expect(graph.comments.find(({ id }) => id === "site:2")).toMatchObject({
      status: "removed",
      text: "",
      authorId: null,
      parentId: "site:1",
      versions: [],
      language: null,
    });
    expect(graph.threads.map(({ id }) => id)).toEqual(["site:t"]);
    expect(graph.sources.map(({ file, isComplete }) => [file, isComplete])).toEqual([["thread.jsonl", true]]);
    expect(graph.authors.map(({ name }) => name)).toEqual(["ada", "bob"]);
  });

  it("leaves the rest of a comment that quotes them, with spans that slice back", async () => {
    await forgetAuthor("mallory");
    const graph = await read();
    const bob = graph.comments.find(({ id }) => id === "site:3");
    expect(bob?.text).toBe(
      "[removed]\n\nI doubt that, because proofs need care. The committee checks every single step.",
    );
    expect(bob?.versions).toHaveLength(1);
    expect(bob?.reactions).toEqual([]);
    expect(graph.quotes).toMatchObject([
      { commentId: "site:3", text: "[removed]", speaker: null, source: null, speakerName: null },
    ]);
    const said = graph.locutions.filter(({ commentId }) => commentId === "site:3");
    expect(said.length).toBeGreaterThan(0);
    const texts = new Map(graph.comments.map(({ id, text }) => [id, text]));
    for (const { commentId, span, text } of graph.locutions)
      expect(texts.get(commentId)?.slice(span.start, span.end)).toBe(text);
    // The words still lead to their place in the input.
    const line = jsonLines(thread).split("\n")[2] ?? "";
    const { text } = JSON.parse(line) as { text: string };
    for (const one of said) expect(text.slice(one.origin?.start, one.origin?.end)).toBe(one.text);
  });

  it("keeps a claim that somebody else states too", async () => {
    const before = (await read()).claims.find(({ text }) => text === shared);
    expect(before).toBeDefined();
    await forgetAuthor("mallory");
    const graph = await read();
    const claim = graph.claims.find(({ text }) => text === shared);
    expect(claim?.id).toBe(before?.id);
    const stating = graph.locutions.filter(({ claimId }) => claimId === claim?.id);
    expect(stating.map(({ speaker }) => speaker)).toEqual(["site:ada"]);
  });

  it("keeps the id of a claim that was the person's first and that several people still state", async () => {
    const line = "Nobody can trust a language model that was never tried out.";
    const said = ["mallory", "bob", "ada"].map((author, at) => ({ id: `m${at}`, author, text: line }));
    await writeFile(join(folder, "models.jsonl"), jsonLines(said));
    await mapFiles([join(folder, "models.jsonl")], store, { host: "site" });
    const claimOf = async () => (await read()).claims.flatMap(({ id, text }) => (text === line ? [id] : []));
    const before = await claimOf();
    await forgetAuthor("mallory");
    expect(await claimOf()).toEqual(before);
  });

  it("says what a claim that a person joined is about by the words that are left", async () => {
    await mapJoinable();
    await settle("eve", "bob");
    const conceptsOf = async () => {
      const { claims, concepts } = await read();
      const labels = new Map(concepts.map(({ id, prefLabel }) => [id, prefLabel]));
      const told = claims.map(({ text, conceptIds }) => [
        text,
        conceptIds.map((id) => labels.get(id)).sort(),
      ]);
      return Object.fromEntries(told) as Readonly<Record<string, readonly string[]>>;
    };
    expect((await conceptsOf())[joinable.eve]).toEqual(["reinforcement learning"]);
    await forgetAuthor("eve");
    const after = await conceptsOf();
    expect(after[joinable.eve]).toBeUndefined();
    expect(after[joinable.bob]).toEqual(["neural network"]);
    await expectWhole();
  });

  it("takes what a person said of forgotten words along, and parts what only they joined", async () => {
    await mapJoinable();
    await settle("eve", "bob");
    await settle("eve", "cleo");
    const claimsOf = async () => {
      const { locutions } = await read();
      const own = locutions.filter(({ text }) => Object.values(joinable).includes(text));
      return new Set(own.map(({ claimId }) => claimId)).size;
    };
    expect(await claimsOf()).toBe(1);
    await forgetAuthor("eve");
    expect((await read()).corrections).toEqual([]);
    expect(await claimsOf()).toBe(2);
    await expectWhole();
  });

  it("keeps what a person said of words that another source holds too", async () => {
    await mapJoinable();
    await settle("eve", "bob");
    const { correction } = await settle("bob", "cleo", false);
    await writeFile(
      join(folder, "again.jsonl"),
      `\n${await readFile(join(folder, "joinable.jsonl"), "utf8")}`,
    );
    await mapFiles([join(folder, "again.jsonl")], store, { host: "site" });
    const before = await read();
    await forgetSource("joinable.jsonl");
    const after = await read();
    expect(after.corrections).toEqual(before.corrections);
    expect(after.claims).toEqual(before.claims);
    await forgetAuthor("cleo");
    expect((await read()).corrections.map(({ id }) => id)).not.toContain(correction.id);
    expect((await read()).corrections).toHaveLength(1);
  });

  it("leaves nothing that refers to what is gone", async () => {
    await forgetAuthor("mallory");
    await expectWhole();
  });

  it("plans nothing more when the inputs that are left are mapped again", async () => {
    await forgetAuthor("mallory");
    const rest = thread.filter(({ author }) => author === "ada");
    await writeFile(join(folder, "rest.jsonl"), jsonLines(rest));
    const before = await read();
    await mapFiles([join(folder, "rest.jsonl")], store, { host: "site" });
    const after = await read();
    // The texts are known to stand in the further file; all else is as it was.
    const comments = after.comments.map((comment) => ({
      ...comment,
      versions: comment.versions.map(({ alsoIn: _alsoIn, ...version }) => version),
    }));
    expect(comments).toEqual(before.comments);
    for (const array of ["authors", "threads", "concepts", "claims", "locutions", "relations"] as const)
      expect(after[array], array).toEqual(before[array]);
  });

  it("takes a source out with what only it brought, and keeps the answered as stubs", async () => {
    const answers = [
      {
        id: "6",
        author: "eve",
        threadId: "t",
        parentId: "4",
        text: "Arithmetic is one and the same for all.",
      },
    ];
    await writeFile(join(folder, "answers.jsonl"), jsonLines(answers));
    await mapFiles([join(folder, "answers.jsonl")], store, { host: "site" });
    const outcome = await forgetSource("thread.jsonl");
    expect(outcome.emptied).toEqual(["site:4"]);
    const graph = await read();
    expect(graph.comments.map(({ id, status }) => [id, status])).toEqual([
      ["site:4", "stub"],
      ["site:6", "live"],
      ["site:9", "live"],
    ]);
    expect(graph.sources.map(({ file }) => file).sort()).toEqual(["answers.jsonl", "own.jsonl"]);
    expect(graph.authors.map(({ name }) => name)).toEqual(["eve", "mallory"]);
    expect(await filesWith(join(folder, "store"), "Pelicans")).toEqual([]);
    await expectWhole();
  });

  it("keeps the text of another source of the same comment", async () => {
    const edited = [
      { ...thread[0], text: "Automated tests are useful, says everybody I know.", editedAt: 9e9 },
    ];
    await writeFile(join(folder, "edited.jsonl"), jsonLines(edited));
    await mapFiles([join(folder, "edited.jsonl")], store, { host: "site" });
    await forgetSource("edited.jsonl");
    expect((await read()).comments[0]).toMatchObject({ id: "site:1", text: thread[0]?.text });
    await mapFiles([join(folder, "edited.jsonl")], store, { host: "site" });
    await forgetSource("thread.jsonl");
    const graph = await read();
    expect(graph.comments.map(({ id }) => id)).toEqual(["site:1", "site:9"]);
    expect(graph.comments[0]).toMatchObject({ text: edited[0]?.text });
    expect(graph.comments[0]?.versions).toHaveLength(1);
    expect(await filesWith(join(folder, "store"), "run every day")).toEqual([]);
    await expectWhole();
  });

  it("keeps a comment that another source holds too, with its place there", async () => {
    await writeFile(join(folder, "archive.jsonl"), `\n${jsonLines(thread)}`);
    await mapFiles([join(folder, "archive.jsonl")], store, { host: "site" });
    const before = await read();
    await forgetSource("thread.jsonl");
    const after = await read();
    const kept = (array: "comments" | "locutions" | "relations" | "claims") =>
      after[array].map(({ id }) => id);
    for (const array of ["comments", "locutions", "relations", "claims"] as const)
      expect(kept(array), array).toEqual(before[array].map(({ id }) => id));
    const texts = after.comments.filter(({ id }) => id !== "site:9").flatMap(({ versions }) => versions);
    for (const { origin, alsoIn } of texts) {
      expect(origin?.file).toBe("archive.jsonl");
      expect(alsoIn).toBeUndefined();
    }
    const [words] = after.locutions.filter(({ commentId }) => commentId === "site:1");
    expect(words?.origin).toMatchObject({ file: "archive.jsonl", record: "2" });
    await expectWhole();
    await forgetSource("archive.jsonl");
    expect((await read()).comments.map(({ id }) => id)).toEqual(["site:9"]);
  });

  it("leaves an empty store after the last source", async () => {
    await forgetSource("thread.jsonl");
    await forgetSource("own.jsonl");
    expect(Object.values(await read()).flat()).toEqual([]);
  });

  async function mapJoinable(): Promise<void> {
    const lines = Object.entries(joinable).map(([author, text], at) => ({
      id: `j${at}`,
      author,
      threadId: "j",
      text,
    }));
    await writeFile(join(folder, "joinable.jsonl"), jsonLines(lines));
    await mapFiles([join(folder, "joinable.jsonl")], store, { host: "site" });
  }

  /** Says that the joinable words of two people are one claim, or are not. */
  async function settle(one: keyof typeof joinable, other: keyof typeof joinable, isSame = true) {
    const { locutions } = await read();
    const [a, b] = [one, other].map(
      (name) =>
        locutions.find(({ speaker, text }) => speaker === `site:${name}` && text === joinable[name])?.id,
    );
    if (!a || !b) throw new Error(`${one} or ${other} said nothing`);
    return await correctSameness(store, { a, b, isSame }, "Ann");
  }

  async function forgetAuthor(name: string) {
    const [author] = await reading(store, ({ known }) => known.authors([`site:${name}`]));
    if (!author) throw new Error(`no author ${name}`);
    return await forget({ kind: "author", entries: [author] }, store);
  }

  async function forgetSource(file: string) {
    const sources = await reading(store, ({ known }) => known.sources());
    const source = sources.find((one) => one.file === file);
    if (!source) throw new Error(`no source ${file}`);
    return await forget({ kind: "source", source }, store);
  }

  async function read(): Promise<Graph> {
    const graph: Record<string, unknown[]> = {};
    const names = ["sources", "authors", "threads", "comments", "quotes", "concepts", "claims"];
    for (const name of [...names, "locutions", "relations", "stances", "corrections"]) graph[name] = [];
    for (const { array, element } of await recordsIn(store)) graph[array]?.push(element);
    return graph as unknown as Graph;
  }

  /** Every id that is referred to is there. */
  async function expectWhole(): Promise<void> {
    const graph = await read();
    const ids = (array: keyof Graph) => new Set(graph[array].map(({ id }) => id));
    const sources = ids("sources");
    const authors = ids("authors");
    const comments = ids("comments");
    const concepts = ids("concepts");
    const claims = ids("claims");
    const locutions = ids("locutions");
    const versions = new Set(
      graph.comments.flatMap(({ id, versions: own }) => own.map((one) => `${id} ${one.id}`)),
    );
    const missing: string[] = [];
    const refer = (what: string, known: ReadonlySet<string>, id: string | null) => {
      if (id !== null && !known.has(id)) missing.push(`${what} ${id}`);
    };
    for (const one of graph.comments) {
      refer("author", authors, one.authorId);
      refer("parent", comments, one.parentId);
      refer("source", sources, one.order.source);
      for (const { by } of one.reactions) refer("reader", authors, by);
    }
    for (const one of graph.quotes) {
      refer("version", versions, `${one.commentId} ${one.version}`);
      refer("speaker", authors, one.speaker);
      if (one.source) refer("source", versions, `${one.source.commentId} ${one.source.version}`);
    }
    for (const one of graph.locutions) {
      refer("version", versions, `${one.commentId} ${one.version}`);
      refer("claim", claims, one.claimId);
      refer("speaker", authors, one.speaker);
    }
    for (const one of graph.relations) {
      for (const id of [one.from, one.to]) refer("locution", locutions, id);
      refer("speaker", authors, one.speaker);
      for (const { commentId } of one.evidence) refer("evidence", comments, commentId);
    }
    for (const one of graph.claims) for (const id of one.conceptIds) refer("concept", concepts, id);
    for (const one of graph.stances) {
      refer("holder", authors, one.authorId);
      refer("target", new Set([...claims, ...concepts]), one.target.id);
    }
    expect(missing).toEqual([]);
    expect(new Set(graph.locutions.map(({ claimId }) => claimId))).toEqual(claims);
  }
});

type Graph = { readonly [Name in GraphRecord["array"]]: readonly GraphElement<Name>[] };

/** The files under a folder that hold some words, in UTF-8 or UTF-16. */
async function filesWith(folder: string, words: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    if (bytes.includes(words) || bytes.includes(Buffer.from(words, "utf16le"))) found.push(entry.name);
  }
  return found;
}
