import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authors } from "../../../src/queries/authors.ts";
import { claims } from "../../../src/queries/claims.ts";
import { comment } from "../../../src/queries/comment.ts";
import { concepts } from "../../../src/queries/concepts.ts";
import { search } from "../../../src/queries/search.ts";
import { show } from "../../../src/queries/show.ts";
import { summary } from "../../../src/queries/summary.ts";
import type { StoreReader } from "../../../src/store/store.ts";
import { readingWith } from "../../support/reading-with.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld(`
    harrow 2024-01-01 h1: RL is more dangerous than SSL. [rl ssl]
    tessel 2024-01-02 t1 > h1: I doubt that RL is dangerous. [rl]
    wren 2024-01-03 w1 > h1: Brains are no danger. [bio]
    wren - w2 = h1: RL is more dangerous than SSL. [rl ssl]
    wren 2024-01-04 w3 quotes: Nobody knows. []
    - - x1: Unsigned words. []
    t1 -disagrees-with 0.8-> h1
    w1 -supports 0.4-> h1
    w1 -responds-to 0.4-> t1
    wren for h1
  `);
});
afterAll(() => world.close());

describe("summary", () => {
  it("counts everything and ranks what is disputed", async () => {
    const found = summary.output.parse(await summary.run(world.reader, { limit: 2 }));
    expect(found.counts).toMatchObject({
      sources: 1,
      comments: 6,
      authors: 3,
      quotes: 1,
      locutions: 6,
      claims: 5,
      concepts: 3,
      relations: { "disagrees-with": 1, refines: 0, "responds-to": 1, supports: 1 },
      stances: { for: 1, against: 0, neutral: 0 },
    });
    expect(found.disputed.map(({ id, attacks }) => [id, attacks])).toEqual([[world.id("h1"), 1]]);
    expect(found.concepts.map(({ id }) => id)).toEqual(["rl", "ssl"]);
    expect(found.authors.map(({ id, comments, claims: said }) => [id, comments, said])).toEqual([
      ["wren", 3, 2],
      ["harrow", 1, 1],
    ]);
  });
});

describe("authors", () => {
  it("counts the claims of a person as showing them does, however often they say one", async () => {
    const own = await openWorld(`
      ada 2024-01-01 a1: Dams leak. []
      ada 2024-01-02 a2 = a1: Dams leak. []
      ada 2024-01-03 a3: Dams break. []
    `);
    const found = await authors.run(own.reader, { limit: 5 });
    expect(found.items.map(({ id, claims: made }) => [id, made])).toEqual([["ada", 2]]);
    expect(await show.run(own.reader, { id: "ada", extractor: null })).toMatchObject({ claimCount: 2 });
    await own.close();
  });
});

describe("search", () => {
  it("finds claims with who, when and where, and counts all hits", async () => {
    const found = search.output.parse(
      await search.run(world.reader, { text: "RL", kind: "claim", limit: 1 }),
    );
    expect(found.total).toBeGreaterThan(1);
    expect(found.items).toHaveLength(1);
    const everything = await search.run(world.reader, { text: "dangerous SSL", kind: null, limit: 20 });
    const [first] = everything.items.filter((hit) => hit.kind === "claim");
    expect(first?.claim).toMatchObject({
      id: world.id("h1"),
      locutions: 2,
      words: { speaker: { id: "harrow" }, createdAt: "2024-01-01T00:00:00.000Z", commentId: "f:h1" },
    });
    expect(everything.items.some((hit) => hit.kind === "concept" && hit.concept.id === "ssl")).toBe(true);
  });

  it("says that there are more hits than it counted, whatever is left out of the view", async () => {
    const many = Array.from({ length: 10_050 }, (_, at) => ({
      kind: "claim" as const,
      id: at % 2 === 0 ? world.id("h1") : world.id("t1"),
      score: 1,
    }));
    const crowded = (reader: StoreReader, hits: typeof many): StoreReader => ({
      ...readingWith(reader, (id, parameters) => reader.run(id, parameters)),
      search: async (_text, { limit }) => hits.slice(0, limit),
      searchAndCount: async (_text, { limit, countTo }) => ({
        hits: hits.slice(0, limit),
        total: Math.min(hits.length, countTo),
        hasMore: hits.length > countTo,
      }),
    });
    const ask = async (reader: StoreReader) => {
      const { total, hasMore } = await search.run(reader, { text: "RL", kind: "claim", limit: 1 });
      return { total, hasMore };
    };
    expect(await ask(crowded(world.reader, many))).toEqual({ total: 10_000, hasMore: true });
    expect(await ask(crowded(world.reader, many.slice(0, 10_000)))).toEqual({
      total: 10_000,
      hasMore: false,
    });
    const judged = await openWorld(`
      harrow 2024-01-01 h1: RL is more dangerous than SSL. [rl ssl]
      tessel 2024-01-02 t1 > h1: I doubt that RL is dangerous. [rl]
      t1 -disagrees-with 0.8-> h1
      reject t1 h1
    `);
    const gone = many.map((hit, at) =>
      at % 2 === 0 ? { ...hit, id: judged.id("h1") } : { ...hit, id: "gone" },
    );
    expect(await ask(crowded(judged.reader, gone))).toEqual({ total: 5000, hasMore: true });
    expect(await ask(crowded(judged.reader, gone.slice(0, 100)))).toEqual({ total: 50, hasMore: false });
    await judged.close();
  });

  it("finds nothing for words that nobody used", async () => {
    expect(await search.run(world.reader, { text: "zebra", kind: null, limit: 5 })).toEqual({
      total: 0,
      hasMore: false,
      items: [],
    });
  });
});

describe("concepts and claims", () => {
  it("lists concepts by salience with how many claims and people they have", async () => {
    const found = concepts.output.parse(await concepts.run(world.reader, { limit: 2 }));
    expect(found.total).toBe(3);
    expect(found.items).toEqual([
      { id: "rl", label: "reinforcement learning", altLabels: ["RL"], salience: 1, claims: 2, authors: 3 },
      {
        id: "ssl",
        label: "self-supervised learning",
        altLabels: ["SSL"],
        salience: 0.9,
        claims: 1,
        authors: 2,
      },
    ]);
  });

  const list = async (conditions: Partial<Parameters<typeof claims.run>[1]>) =>
    claims.output.parse(
      await claims.run(world.reader, { concept: null, author: null, kind: null, limit: 50, ...conditions }),
    );
  const ids = async (conditions: Parameters<typeof list>[0]) =>
    (await list(conditions)).items.map(({ id }) => id);

  it("lists claims, the most discussed first, and says of how many", async () => {
    const { total, items } = await list({ limit: 2 });
    expect(total).toBe(5);
    expect(items[0]).toMatchObject({ id: world.id("h1"), attacks: 1, relations: 1, locutions: 2 });
  });

  it("joins conditions on concept, author and kind of relation", async () => {
    expect(await ids({ concept: "rl" })).toEqual([world.id("h1"), world.id("t1")]);
    expect(await ids({ concept: "RLs", author: "Name of Tessel" })).toEqual([world.id("t1")]);
    expect(await ids({ kind: "disagrees-with" })).toEqual([world.id("h1"), world.id("t1")]);
    expect(await ids({ kind: "refines" })).toEqual([]);
    expect(await ids({ author: "wren" })).toContain(world.id("h1"));
  });

  it("names near concepts and some authors where none fits", async () => {
    await expect(list({ concept: "reinforcement" })).rejects.toMatchObject({
      code: "query.no-match",
      hint: expect.stringContaining("reinforcement learning"),
    });
    await expect(list({ author: "nobody" })).rejects.toMatchObject({
      code: "query.no-match",
      hint: expect.stringContaining("Name of wren"),
    });
  });
});

describe("show", () => {
  const see = async (id: string, relations: "sure" | "all" = "all") =>
    show.output.parse(await show.run(world.reader, { id, relations }));

  it("draws what is sure, counts the suggestions, and falls back to which comment answers which", async () => {
    const claim = await see(world.id("h1"), "sure");
    if (claim.kind !== "claim") throw new Error(`a claim is shown as ${claim.kind}`);
    expect(claim.incoming).toMatchObject([{ kind: "disagrees-with", isSuggestion: false }]);
    expect(claim.suggestions).toBe(1);
    expect(claim.answers).toMatchObject([
      { direction: "in", ofComment: "f:h1", comment: { id: "f:w1" }, passage: null },
    ]);
    const all = await see(world.id("h1"));
    expect(all).toMatchObject({ suggestions: 0, answers: [] });
  });

  it("shows a claim with all its words, its relations both ways and who holds what", async () => {
    const claim = await see(world.id("h1"));
    if (claim.kind !== "claim") throw new Error(`a claim is shown as ${claim.kind}`);
    expect(claim.locutions.map(({ commentId, createdAt }) => [commentId, createdAt])).toEqual([
      ["f:h1", "2024-01-01T00:00:00.000Z"],
      ["f:w2", null],
    ]);
    for (const words of claim.locutions)
      expect(words.commentText.slice(words.span.start, words.span.end)).toBe(words.text);
    expect(claim.incoming.map(({ kind, from }) => [kind, from.text])).toEqual(
      expect.arrayContaining([
        ["disagrees-with", "I doubt that RL is dangerous."],
        ["supports", "Brains are no danger."],
      ]),
    );
    expect(claim.outgoing).toEqual([]);
    expect(claim.concepts.map(({ id }) => id)).toEqual(["rl", "ssl"]);
    expect(claim.stances).toMatchObject([{ author: { id: "wren" }, stance: "for" }]);
    const attacker = await see(world.id("t1"));
    expect(attacker).toMatchObject({
      outgoing: [{ kind: "disagrees-with" }],
      incoming: [{ kind: "responds-to" }],
    });
  });

  it("shows what the address of a comment or of a view of the page names, and a concept by its label", async () => {
    const [kind, id] = ["claim", world.id("h1")];
    const shown = (asked: string) => show.run(world.reader, { id: asked, extractor: null });
    expect(await shown(`http://localhost:4000/#/${kind}/${id}?open=x`)).toMatchObject({ kind, id });
    expect(await shown("#/concept/self-supervised%20learning")).toMatchObject({ concept: { id: "ssl" } });
    expect(await shown("RL")).toMatchObject({ kind: "concept", concept: { id: "rl" } });
    await expect(shown("https://site.example/none")).rejects.toMatchObject({ code: "query.id-unknown" });
  });

  it("shows concepts, authors, comments, relations and quotes by the start of their ids", async () => {
    expect(await see("bio")).toMatchObject({
      kind: "concept",
      broader: [{ id: "rl" }],
      claims: [{ id: world.id("w1") }],
    });
    expect(await see("harr")).toMatchObject({ kind: "author", comments: 1, claimCount: 1 });
    expect(await see("f:t1")).toMatchObject({ kind: "comment", comment: { id: "f:t1" } });
    const claim = await see(world.id("t1"));
    const [relation] = claim.kind === "claim" ? claim.outgoing : [];
    expect(await see(relation?.id ?? "")).toMatchObject({
      kind: "relation",
      from: { commentText: "Well. I doubt that RL is dangerous. Yes." },
      to: { commentId: "f:h1" },
    });
    const [quote] = (await comment.run(world.reader, { id: "f:w3" })).quotes;
    expect(await see(quote?.id ?? "")).toMatchObject({
      kind: "quote",
      quotedBy: { id: "wren" },
      quote: { speaker: null },
    });
  });

  it("resolves a later locution of a claim to the claim", async () => {
    const claim = await see(world.id("h1"));
    const later = claim.kind === "claim" ? claim.locutions[1]?.locutionId : undefined;
    expect(await see(later ?? "")).toMatchObject({ kind: "claim", id: world.id("h1") });
  });

  it("finds a comment by the id that its site gives it", async () => {
    expect(await see("x1")).toMatchObject({ kind: "comment", comment: { id: "f:x1", author: null } });
  });

  it("lists the candidates of a start that several ids have, and refuses one that none has", async () => {
    await expect(see("f:")).rejects.toMatchObject({
      code: "query.id-ambiguous",
      message: expect.stringContaining("comment f:h1"),
    });
    await expect(see("zzz")).rejects.toMatchObject({ code: "query.id-unknown" });
  });
});

describe("comment", () => {
  it("shows a comment with its claims, what it answers, and its neighbours in the thread", async () => {
    const found = comment.output.parse(await comment.run(world.reader, { id: "f:h1" }));
    expect(found.words.map(({ span, text }) => found.text.slice(span.start, span.end) === text)).toEqual([
      true,
    ]);
    expect(found.replies.map(({ id }) => id)).toEqual(["f:t1", "f:w1"]);
    expect(found.thread).toEqual({ id: "t", title: "A debate" });
    expect([found.parent, found.previous?.id ?? null, found.next?.id]).toEqual([null, null, "f:t1"]);
    const middle = await comment.run(world.reader, { id: "t1" });
    expect([middle.parent?.id, middle.previous?.id, middle.next?.id]).toEqual(["f:h1", "f:h1", "f:w1"]);
  });

  it("shows of a neighbour what its author wrote, and not what they quote", async () => {
    const { previous, next } = await comment.run(world.reader, { id: "f:w1" });
    expect(previous?.start).toBe("Well. I doubt that RL is dangerous. Yes.");
    expect(next).toMatchObject({ id: "f:w3", start: "Well. […] Yes." });
  });

  it("orders comments without a time by their place in the source", async () => {
    const undated = await comment.run(world.reader, { id: "f:w2" });
    expect([undated.previous, undated.next?.id]).toEqual([null, "f:x1"]);
  });
});

describe("a claim that several people word differently", () => {
  it("is listed in the words of the person named beside it, whoever was imported first", async () => {
    const reworded = await openWorld(`
      ann 2024-05-01 a1: RL leaks whenever rewards rain. [rl]
      bo 2023-05-01 b1 = a1: Rewards that rain make RL leak. [rl]
    `);
    const { items } = await claims.run(reworded.reader, claims.input.parse({}));
    expect(items.map(({ text, words, locutions }) => [text, words.speaker?.id, locutions])).toEqual([
      ["Rewards that rain make RL leak.", "bo", 2],
    ]);
    await reworded.close();
  });
});
