import { describe, expect, it } from "vitest";
import { proposeRelations } from "../../../src/extraction/rules/relations/propose-relations.ts";
import type { Statement } from "../../../src/model/claim.ts";
import type { ContextComment } from "../../../src/model/extraction.ts";
import { quoteId } from "../../../src/model/id.ts";
import type { Quote } from "../../../src/model/quote.ts";
import type { Segment } from "../../../src/model/segment.ts";

interface Options {
  readonly author?: string;
  readonly parent?: string;
  /** Sentences that are quoted, with their source: a comment and the sentence in it. */
  readonly quoted?: ReadonlyMap<string, readonly [ContextComment, string] | null>;
}

/** A comment in which every sentence is a claim: paragraphs as lists of sentences. */
function comment(
  id: string,
  paragraphs: readonly (readonly string[])[],
  { author = "ann", parent, quoted = new Map() }: Options = {},
): ContextComment {
  const text = paragraphs.map((sentences) => sentences.join(" ")).join("\n\n");
  const segments: Segment[] = [];
  const quotes: Quote[] = [];
  const statements: Statement[] = [];
  let at = 0;
  for (const [paragraph, sentences] of paragraphs.entries())
    for (const sentence of sentences) {
      const start = text.indexOf(sentence, at);
      const span = { start, end: start + sentence.length };
      at = span.end;
      const source = quoted.get(sentence);
      const isQuoted = source !== undefined;
      const owner = quoteId(id, "v", span.start, span.end);
      if (isQuoted)
        quotes.push({
          id: owner,
          commentId: id,
          version: "v",
          span,
          text: sentence,
          how: source === null ? "guessed" : "markup",
          score: source === null ? 0.7 : 1,
          speaker: source?.[0].authorId ?? null,
          speakerName: null,
          source: source == null ? null : { commentId: source[0].id, version: "v", span: spanIn(...source) },
          sourceId: null,
          answer: null,
          origin: null,
        });
      const quoteOf = isQuoted ? owner : null;
      segments.push({ kind: "sentence", span, paragraph, quoteId: quoteOf, leadIn: null });
      statements.push({ span, leadIn: null, quoteId: quoteOf });
    }
  return {
    id,
    version: "v",
    text,
    authorId: author,
    parentId: parent ?? null,
    threadId: null,
    createdAt: null,
    segments,
    quotes: quotes.map((quote, i) => ({ ...quote, answer: answerOf(text, quote, quotes[i + 1]) })),
    statements,
  };
}

function spanIn(source: ContextComment, sentence: string) {
  const start = source.text.indexOf(sentence);
  return { start, end: start + sentence.length };
}

function answerOf(text: string, quote: Quote, next: Quote | undefined) {
  const end = next?.span.start ?? text.length;
  const own = text.slice(quote.span.end, end).trim();
  const start = text.indexOf(own, quote.span.end);
  return own === "" ? null : { start, end: start + own.length };
}

/** Relations as "from -kind-> to", by the first words of both sentences. */
function drawn(it: ContextComment, context: readonly ContextComment[] = []) {
  const texts = new Map([it, ...context].map((one) => [one.id, one.text]));
  const words = (place: { commentId: string; span: { start: number; end: number } }) =>
    (texts.get(place.commentId) ?? "")
      .slice(place.span.start, place.span.end)
      .split(/[\s,.]+/u)
      .slice(0, 3)
      .join(" ");
  const { relations, stances } = proposeRelations(it, it.statements, { ancestors: context, quoted: [] });
  return {
    lines: relations.map(({ from, kind, to }) => `${words(from)} -${kind}-> ${words(to)}`),
    relations,
    stances: stances.map(({ stance, toward }) => `${stance} ${words(toward)}`),
  };
}

const audits = "Audits of each step are enough to keep a planner honest.";
const costs = "They cost almost nothing.";

describe("answers to quotes", () => {
  const source = comment("c1", [[audits, costs]]);
  const answer = (head: string, ...rest: readonly string[]) =>
    comment("c2", [[audits], [head, ...rest]], {
      author: "bob",
      parent: "c1",
      quoted: new Map([[audits, [source, audits]]]),
    });

  it("joins the first claim after a quote to the original of the quoted sentence", () => {
    const { relations, lines } = drawn(answer("I don't think that holds outside of toy worlds."), [source]);
    expect(lines).toEqual(["I don't think -disagrees-with-> Audits of each"]);
    expect(relations[0]).toMatchObject({ attack: "rebut", method: "answer-to-quote" });
    expect(relations[0]?.to.commentId).toBe("c1");
    expect(relations[0]?.confidence).toBeGreaterThanOrEqual(0.4);
  });

  it("draws agreement as responds-to with the stance for", () => {
    const { lines, stances } = drawn(answer("Exactly, an auditor needs nothing more."), [source]);
    expect(lines).toEqual(["Exactly an auditor -responds-to-> Audits of each"]);
    expect(stances).toEqual(["for Audits of each"]);
  });

  it("ends on the quoted words themselves where their source is not at hand", () => {
    const feed = comment("c9", [[audits], ["I doubt that this holds outside of toy worlds."]], {
      quoted: new Map([[audits, null]]),
    });
    const { relations, lines } = drawn(feed);
    expect(lines).toEqual(["I doubt that -disagrees-with-> Audits of each"]);
    expect(relations[0]?.to.commentId).toBe("c9");
  });

  it("is surest of the first sentence of a long answer, and less sure of the plain ones in it", () => {
    const { relations } = drawn(
      answer(
        "I don't think that holds.",
        "Nobody has measured toy worlds.",
        "Planners hide intermediate results.",
        "Interpretability research is young.",
      ),
      [source],
    );
    const answers = relations.filter(({ method }) => method === "answer-to-quote");
    const [first, ...rest] = answers.toSorted((a, b) => a.from.span.start - b.from.span.start);
    expect(first?.confidence).toBeGreaterThan(Math.max(0, ...rest.map(({ confidence }) => confidence)));
    expect(answers.length).toBeLessThan(4);
  });
});

describe("quotes of other kinds", () => {
  const source = comment("c1", [[audits, costs]]);

  it("lets what follows a quote of oneself refine it, and never answer it", () => {
    const later = comment("c2", [[audits], ["I should have said that a few steps are enough."]], {
      quoted: new Map([[audits, [source, audits]]]),
    });
    expect(drawn(later, [source]).lines).toEqual(["I should have -refines-> Audits of each"]);
  });

  it("joins a sentence that quotes words within it to the sentence that they are from", () => {
    const sentence = "Who believes that “almost nothing” covers the auditors' wages?";
    const reply = comment("c2", [["Prices rose a lot last winter.", sentence]], { author: "bob" });
    const words = "almost nothing";
    const span = { start: reply.text.indexOf(words), end: reply.text.indexOf(words) + words.length };
    const inline: Quote = {
      id: "q",
      commentId: "c2",
      version: "v",
      span,
      text: words,
      how: "inline",
      score: 0.9,
      speaker: "ann",
      speakerName: null,
      source: { commentId: "c1", version: "v", span: spanIn(source, words) },
      sourceId: null,
      answer: null,
      origin: null,
    };
    const { relations, lines } = drawn({ ...reply, quotes: [inline] }, [source]);
    expect(lines).toContain("Who believes that -disagrees-with-> They cost almost");
    expect(relations[0]?.method).toBe("answer-to-inline-quote");
  });
});

describe("answers to a parent", () => {
  const parent = comment("c1", [
    ["Nuclear power is the cheapest source of electricity.", "Wind turbines kill too many birds."],
    ["Solar panels need rare metals."],
  ]);

  it("goes from the head of the reply to the sentence that it resembles", () => {
    const reply = comment("c2", [["No, cats kill more birds than turbines do."]], {
      author: "bob",
      parent: "c1",
    });
    expect(drawn(reply, [{ ...parent, parentId: "c0" }]).lines).toEqual([
      "No cats kill -disagrees-with-> Wind turbines kill",
    ]);
  });

  it.each([
    "You say “wind turbines kill too many birds”.",
    "“Wind turbines kill too many birds”, you write.",
    "Wind turbines kill too many birds!",
    "...kill too many birds.",
  ])("starts from no sentence that only brings up what was said: %s", (sentence) => {
    const reply = comment("c2", [[sentence, "No, cats kill more birds than turbines do."]], {
      author: "bob",
      parent: "c1",
    });
    const answers = drawn(reply, [{ ...parent, parentId: "c0" }]).lines.filter(
      (line) => !line.includes("refines"),
    );
    expect(answers).toEqual(["No cats kill -disagrees-with-> Wind turbines kill"]);
  });

  it("does not let an opening that agrees speak for what follows it", () => {
    const reply = comment(
      "c2",
      [["Sure they do.", "What really kills birds by the million is cats, not turbines."]],
      {
        author: "bob",
        parent: "c1",
      },
    );
    const { lines } = drawn(reply, [{ ...parent, parentId: "c0" }]);
    expect(lines).toContain("What really kills -disagrees-with-> Wind turbines kill");
  });

  it("asks for a resemblance before it answers the opening post of a thread", () => {
    const reply = comment("c2", [["Everybody here should calm down."]], { author: "bob", parent: "c1" });
    expect(drawn(reply, [parent]).lines).toEqual([]);
  });

  it("goes to whom it addresses by name, further up", () => {
    const top = comment("c0", [["Wind turbines ruin every landscape."]], {
      author: "host:dora",
      parent: "c9",
    });
    const reply = comment("c2", [["To Dora I would say that landscapes change with or without turbines."]], {
      author: "bob",
      parent: "c1",
    });
    expect(drawn(reply, [{ ...parent, parentId: "c0" }, top]).lines).toEqual([
      "To Dora I -disagrees-with-> Wind turbines ruin",
    ]);
    const mention = comment("c2", [["People like Dora never saw the turbines that kill birds."]], {
      author: "bob",
      parent: "c1",
    });
    const ends = drawn(mention, [{ ...parent, parentId: "c0" }, top]).relations.map(({ to }) => to.commentId);
    expect(ends).toEqual(["c1"]);
  });

  it("draws nothing to the parent when the quotes point elsewhere", () => {
    const other = comment("c0", [[audits]], { author: "cyd" });
    const reply = comment("c2", [[audits], ["No, wind turbines kill too many birds already."]], {
      author: "bob",
      parent: "c1",
      quoted: new Map([[audits, [other, audits]]]),
    });
    const ends = drawn(reply, [parent, other]).relations.map(({ to }) => to.commentId);
    expect(ends).toEqual(["c0"]);
  });
});

describe("within one comment", () => {
  const one = (...sentences: readonly string[]) => drawn(comment("c1", [sentences])).lines;

  it("lets a contrast and a restatement refine the claim before", () => {
    expect(one("Rewards shape habits.", "But habits outlive rewards.")).toEqual([
      "But habits outlive -refines-> Rewards shape habits",
    ]);
    expect(one("Rewards shape habits.", "In other words, praise sticks.")).toEqual([
      "In other words -refines-> Rewards shape habits",
    ]);
  });

  it("lets examples and reasons support the claim before, and premises their conclusion", () => {
    expect(one("Rewards shape habits.", "For example, dogs sit for biscuits.")).toEqual([
      "For example dogs -supports-> Rewards shape habits",
    ]);
    expect(one("Dogs sit for biscuits.", "Therefore rewards shape dogs.")).toEqual([
      "Dogs sit for -supports-> Therefore rewards shape",
    ]);
  });

  it("sets the answer to an imagined opponent against the view laid in his mouth", () => {
    expect(
      one("One might say that dogs are born obedient.", "But puppies obey nobody before the first biscuit."),
    ).toEqual(["But puppies obey -disagrees-with-> One might say"]);
  });

  it("sets a verdict on what somebody is reported to say against the report", () => {
    expect(one("Many trainers say that dogs are born obedient.", "That claim is plainly false.")).toEqual([
      "That claim is -disagrees-with-> Many trainers say",
    ]);
  });

  it("abstains where nothing joins two sentences", () => {
    const far = [["Rewards shape habits."], ["Bread is dear."], ["Venice floods every winter."]];
    expect(drawn(comment("c1", far)).lines).not.toContain(
      "Venice floods every -supports-> Rewards shape habits",
    );
    const apart = drawn(
      comment("c2", [["Rewards shape habits."], ["Venice floods every winter."]]),
    ).relations;
    const next = drawn(
      comment("c3", [["Rewards shape habits.", "For example, dogs sit for biscuits."]]),
    ).relations;
    expect(Math.max(0, ...apart.map(({ confidence }) => confidence))).toBeLessThan(
      Math.max(0, ...next.map(({ confidence }) => confidence)),
    );
  });

  it("gives one relation for an ordered pair, with three decimals and the words that show it", () => {
    const { relations } = drawn(
      comment("c1", [["Rewards shape habits.", "But habits outlive rewards.", "However, rewards fade."]]),
    );
    const pairs = relations.map(({ from, to }) => `${from.span.start}>${to.span.start}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { confidence, evidence, from } of relations) {
      expect(Math.round(confidence * 1000) / 1000).toBe(confidence);
      expect(evidence).toContainEqual(from);
    }
  });
});
