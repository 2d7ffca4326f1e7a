import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QuoteCandidate } from "../../../src/linking/quote-source.ts";
import { resolveQuotes } from "../../../src/linking/resolve-quotes.ts";
import { quoteId } from "../../../src/model/id.ts";
import type { Quote } from "../../../src/model/quote.ts";
import { contains, overlap } from "../../../src/model/span.ts";

const comment = (text: string, authorId: string | null = "bob") => ({
  id: "c2",
  version: "v2",
  text,
  authorId,
  originOf: () => null,
});

const candidate = (text: string, rest: Partial<QuoteCandidate> = {}): QuoteCandidate => ({
  commentId: "c1",
  version: "v1",
  text,
  authorId: "ann",
  relation: "parent",
  quotes: [],
  ...rest,
});

function quote(text: string, words: string, rest: Partial<Quote> = {}): Quote {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`no “${words}” in the text`);
  const span = { start, end: start + words.length };
  return {
    id: quoteId("c2", "v2", span.start, span.end),
    commentId: "c2",
    version: "v2",
    span,
    text: words,
    how: "markup",
    score: 1,
    speaker: null,
    speakerName: null,
    source: null,
    sourceId: null,
    answer: null,
    origin: null,
    ...rest,
  };
}

const slice = (text: string, span: { start: number; end: number } | null | undefined) =>
  span == null ? null : text.slice(span.start, span.end);

describe("where a quote comes from", () => {
  it("finds the words in the parent whatever became of quotation marks, dashes and line ends", () => {
    const source = "First. I don’t think that “reward” is\nthe right word — it misleads. Last.";
    const text = 'I don\'t think that "reward" is the right word - it misleads.\n\nWhy?';
    const [found] = resolveQuotes(comment(text), [quote(text, text.slice(0, 60))], [candidate(source)]);
    expect(found?.speaker).toBe("ann");
    expect(slice(source, found?.source?.span)).toBe(
      "I don’t think that “reward” is\nthe right word — it misleads.",
    );
    expect(slice(text, found?.answer)).toBe("Why?");
  });

  it("takes the first candidate that holds the words, and the named author's before the others", () => {
    const text = "Planning is dangerous\n\nIs it?";
    const own = quote(text, "Planning is dangerous");
    const parent = candidate("Planning is dangerous, say some.");
    const other = candidate("Planning is dangerous.", {
      commentId: "c0",
      authorId: "cyd",
      relation: "earlier",
    });
    const places = (quotes: readonly Quote[]) => quotes.map((it) => it.source?.commentId);
    expect(places(resolveQuotes(comment(text), [own], [parent, other]))).toEqual(["c1"]);
    expect(places(resolveQuotes(comment(text), [{ ...own, speaker: "cyd" }], [parent, other]))).toEqual([
      "c0",
    ]);
  });

  it("joins the shards of a quote that an ellipsis cuts", () => {
    const source = "The plan is audited step by step, slowly, and nobody ever looks at the result of it.";
    const text =
      "The plan is audited step by step … nobody ever looks at the result of it.\n\nSo it is blind.";
    const [found] = resolveQuotes(
      comment(text),
      [quote(text, text.slice(0, text.indexOf("\n")))],
      [candidate(source)],
    );
    expect(slice(source, found?.source?.span)).toBe(source);
  });

  it("finds a passage that holds nine of ten of the words, and nothing where fewer stand", () => {
    const source =
      "Intro. The cost of every audit grows with the length of the plan that we have to read. End.";
    const near = "The cost of every audit grows with the length of a plan that we have to read";
    const far = "The benefit of no audit shrinks with the weight of a plan that they want to write";
    const texts = [near, far].map((words) => `${words}\n\nReally?`);
    const [hit, miss] = texts.map((text) =>
      resolveQuotes(comment(text), [quote(text, text.split("\n")[0] ?? "")], [candidate(source)]),
    );
    expect(slice(source, hit?.[0]?.source?.span)).toBe(
      "The cost of every audit grows with the length of the plan that we have to read.",
    );
    expect(miss?.[0]).toMatchObject({ source: null, speaker: null });
  });

  it("is content with stretches of the words in the comment that the format names", () => {
    const source = "The lake rises by two metres each spring, and the old sluice lets half of that through.";
    const words =
      "The lake rises by two metres each spring :sweat: see [measured] and the old sluice lets half";
    const text = `${words}\n\nNot last year.`;
    const find = (relation: QuoteCandidate["relation"]) =>
      resolveQuotes(comment(text), [quote(text, words)], [candidate(source, { relation })])[0]?.source;
    expect(slice(source, find("named")?.span)).toBe(source.slice(0, source.indexOf(" of that")));
    expect(find("earlier")).toBeNull();
  });

  it("gives words that the parent quotes to whoever said them first", () => {
    const inner = { commentId: "c0", version: "v0", span: { start: 0, end: 24 } };
    const source = "Audits are always blind.\n\nNot mine.";
    const words = "Audits are always blind.";
    const text = `${words}\n\nI agree.`;
    const quotes = [quote(source, words, { commentId: "c1", speaker: "cyd", source: inner })];
    const [found] = resolveQuotes(comment(text), [quote(text, words)], [candidate(source, { quotes })]);
    expect(found).toMatchObject({ speaker: "cyd", source: inner });
  });
});

describe("who speaks in a quote", () => {
  const authors = [
    { id: "ann", name: "Ann Lee" },
    { id: "cyd", name: "Cyd" },
  ];

  it("gives words to nobody that two people ascribe to each other", () => {
    const parent = "You wrote “the dam is safe”.";
    const theirs = quote(parent, "the dam is safe", { commentId: "c1", version: "v1", speaker: "bob" });
    const text = "You wrote “the dam is safe”.";
    const [found] = resolveQuotes(comment(text), [], [candidate(parent, { quotes: [theirs] })]);
    expect(found?.speaker).toBeNull();
    expect(slice(parent, found?.source?.span)).toBe("the dam is safe");
  });

  it("gives the commenter's words back to the commenter when another quotes them", () => {
    const own = "Nobody inspected the dam in thirty years of rain.";
    const parent = "> Nobody inspected the dam in thirty years of rain.";
    const place = { commentId: "c0", version: "v0", span: { start: 0, end: own.length } };
    const theirs = quote(parent, own, { commentId: "c1", version: "v1", speaker: "bob", source: place });
    const candidates = [
      candidate(parent, { quotes: [theirs] }),
      candidate(own, { commentId: "c0", version: "v0", authorId: "bob", relation: "ancestor" }),
    ];
    const text = `${own}\n\nStill true.`;
    const [found] = resolveQuotes(comment(text), [quote(text, own)], candidates);
    expect([found?.speaker, found?.source?.commentId]).toEqual(["bob", "c0"]);
  });

  it("reads the name in the words before it", () => {
    const text = "Ann Lee writes:\n\nNobody has tried this at scale\n\nBut we have.";
    const quotes = [quote(text, "Nobody has tried this at scale")];
    expect(resolveQuotes(comment(text), quotes, [], { authors })[0]?.speaker).toBe("ann");
    expect(resolveQuotes(comment(text), quotes, [])[0]?.speaker).toBeNull();
  });

  it("takes the name that the format gives, and never the commenter for an unknown one", () => {
    const text = "Nobody has tried this\n\nWe have.";
    const named = quote(text, "Nobody has tried this", { speakerName: "cyd" });
    const unknown = quote(text, "Nobody has tried this", { speakerName: "Zoe" });
    expect(resolveQuotes(comment(text), [named], [], { authors })[0]?.speaker).toBe("cyd");
    expect(resolveQuotes(comment(text), [unknown], [], { authors })[0]?.speaker).toBeNull();
  });

  it("reads the name in the line that heads a quote, which is no part of the words quoted", () => {
    const words = "Nobody has tried this at scale.";
    const text = `Originally posted by Cyd\n${words}\n\nWe have.`;
    const quotes = [quote(text, `Originally posted by Cyd\n${words}`)];
    const source = candidate(`I doubt it. ${words}`, { authorId: "cyd" });
    expect(resolveQuotes(comment(text), quotes, [], { authors })[0]?.speaker).toBe("cyd");
    const [found] = resolveQuotes(comment(text), quotes, [source], { authors });
    expect(slice(source.text, found?.source?.span)).toBe(words);
  });

  it("knows a quote of oneself", () => {
    const text = "Rewards are a bad name\n\nThat was too strong.";
    const older = candidate("Rewards are a bad name.", { authorId: "bob", relation: "own" });
    expect(resolveQuotes(comment(text), [quote(text, "Rewards are a bad name")], [older])[0]?.speaker).toBe(
      "bob",
    );
  });
});

describe("quotes that no mark shows", () => {
  it("finds a paragraph copied word for word and what answers it", () => {
    const source = "We never look at the result of the plan, only at the plan. That keeps us safe.";
    const text =
      "Hello.\n\nWe never look at the result of the plan, only at the plan.\n\nThat is the trouble.";
    const [found, ...rest] = resolveQuotes(comment(text), [], [candidate(source)]);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ how: "matched", speaker: "ann" });
    expect(found?.text).toBe("We never look at the result of the plan, only at the plan.");
    expect(slice(source, found?.source?.span)).toBe(found?.text);
    expect(slice(text, found?.answer)).toBe("That is the trouble.");
  });

  it("leaves a few words in common alone, and the author's own", () => {
    const source = "At the end of the day it is safe.";
    const text = "At the end of the day, nobody knows how any of these systems will behave.";
    expect(resolveQuotes(comment(text), [], [candidate(source)])).toEqual([]);
    expect(resolveQuotes(comment(text), [], [candidate(text, { authorId: "bob" })])).toEqual([]);
  });

  it("finds words between quotation marks that the person spoken to said, even where their text is lost", () => {
    const text =
      "Then later you say “it is only a matter of scale” which is weaker. I “kind of like it” though.";
    const [found, ...rest] = resolveQuotes(comment(text), [], [candidate("Other words entirely.")]);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      how: "inline",
      text: "it is only a matter of scale",
      speaker: "ann",
      source: null,
    });
    expect(slice(text, found?.answer)).toContain("which is weaker.");
    expect(resolveQuotes(comment(text), [], [])[0]).toMatchObject({ how: "inline", speaker: null });
  });

  it("finds words between quotation marks that stand in the parent, without a phrase that ascribes them", () => {
    const source = "It is only a matter of scale, I think.";
    const text = "Hmm, “only a matter of scale” sounds too easy.";
    expect(resolveQuotes(comment(text), [], [candidate(source)])[0]).toMatchObject({
      how: "inline",
      source: { commentId: "c1", span: { start: 6, end: 28 } },
    });
  });

  it("is nearly sure of a guessed quote once its words are found", () => {
    const words = "The audit is blind to the outcome";
    const text = `${words}\n\nYes.`;
    const guess = quote(text, words, { how: "guessed", score: 0.4 });
    expect(resolveQuotes(comment(text), [guess], [candidate(`${words}.`)])[0]).toMatchObject({
      score: 0.95,
      source: { commentId: "c1" },
    });
    expect(resolveQuotes(comment(text), [guess], [])[0]).toMatchObject({ how: "guessed", score: 0.4 });
  });
});

describe("what answers a quote", () => {
  it("lets adjacent quotes share the words that follow, and a last quote have none", () => {
    const text = "One is so.\n\nTwo is so.\n\nNeither.\n\nThree is so.";
    const quotes = ["One is so.", "Two is so.", "Three is so."].map((words) => quote(text, words));
    const answers = resolveQuotes(comment(text), quotes, []).map((it) => slice(text, it.answer));
    expect(answers).toEqual(["Neither.", "Neither.", null]);
  });

  it("addresses only the outer of nested quotes", () => {
    const text = "A said: B is wrong.\n\nNo.";
    const outer = quote(text, "A said: B is wrong.");
    const inner = quote(text, "B is wrong.");
    const found = resolveQuotes(comment(text), [inner, outer], []);
    expect(found.map((it) => [it.text, slice(text, it.answer)])).toEqual([
      ["A said: B is wrong.", "No."],
      ["B is wrong.", null],
    ]);
  });
});

describe("laws", () => {
  const word = fc.constantFrom(
    "audit",
    "plan",
    "reward",
    "the",
    "is",
    "blind",
    "né́e",
    "🙂",
    "“so”",
    "don’t",
    "…",
  );
  const line = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(" "));
  const lines = fc.array(line, { minLength: 1, maxLength: 6 });

  it("slices every span back, keeps quotes disjoint or nested and answers outside block quotes", () => {
    fc.assert(
      fc.property(lines, lines, fc.boolean(), (source, own, isMarked) => {
        const text = [...own, ...source.slice(0, 2), ...own].join("\n\n");
        const marked = isMarked ? [quote(text, own[0] ?? "")] : [];
        const parent = candidate(source.join("\n"));
        const found = resolveQuotes(comment(text), marked, [parent]);
        for (const one of found) {
          expect(slice(text, one.span)).toBe(one.text);
          if (one.source !== null) expect(slice(parent.text, one.source.span)).not.toBe("");
          for (const other of found) {
            const isApart = overlap(one.span, other.span) === 0;
            expect(isApart || contains(one.span, other.span) || contains(other.span, one.span)).toBe(true);
            if (one.answer !== null && other.how !== "inline")
              expect(overlap(one.answer, other.span)).toBe(0);
          }
        }
        expect(resolveQuotes(comment(text), marked, [parent])).toEqual(found);
      }),
    );
  });
});

/** How often the quotes of a source are looked at while as many quotes of it are resolved. */
function looksAtQuotes(count: number): number {
  let looks = 0;
  const said = Array.from(
    { length: count },
    (_, at) => `Ferry number ${at} never waits for the evening tide.`,
  );
  const text = said.join("\n\nNo.\n\n");
  const counted = said.map((words) => {
    const { span, ...rest } = quote(text, words, { speaker: "cleo" });
    return Object.defineProperty(rest, "span", {
      get: () => {
        looks++;
        return span;
      },
    }) as Quote;
  });
  const found = resolveQuotes(
    comment(text),
    said.map((words) => quote(text, words)),
    [candidate(text, { quotes: counted })],
  );
  expect(found.every(({ speaker, source }) => speaker === "cleo" && source !== null)).toBe(true);
  return looks;
}

describe("very many quotes of a comment that itself quotes as much", () => {
  it("are resolved with about four times the looks where there are four times as many", () => {
    expect(looksAtQuotes(400) / looksAtQuotes(100)).toBeLessThan(5.5);
  });
});
