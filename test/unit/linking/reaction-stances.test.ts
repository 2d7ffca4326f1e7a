import { describe, expect, it } from "vitest";
import { stancesOfReactions } from "../../../src/linking/reaction-stances.ts";
import type { Locution } from "../../../src/model/claim.ts";
import type { Comment, Reaction } from "../../../src/model/comment.ts";
import { versionId } from "../../../src/model/id.ts";

const text = "The weir is unsafe. Its gates don’t close.\n\nSomebody should pay for that.";

const comment = (reactions: readonly Reaction[], changes: Partial<Comment> = {}): Comment => ({
  id: "c",
  authorId: "ann",
  threadId: null,
  parentId: "p",
  createdAt: "2024-05-01T00:00:00.000Z",
  editedAt: null,
  order: { source: "s", index: 0 },
  seq: 1,
  text,
  version: versionId(text),
  url: null,
  score: null,
  status: "live",
  reactions,
  origin: null,
  ...changes,
});

/** What a comment states, one locution for each of these words of it. */
const stating = (...claims: readonly string[]): readonly Locution[] =>
  claims.map((words) => {
    const start = text.indexOf(words);
    return {
      id: words,
      commentId: "c",
      version: versionId(text),
      span: { start, end: start + words.length },
      text: words,
      leadIn: null,
      quoteId: null,
      speaker: "ann",
      createdAt: null,
      claimId: `claim: ${words}`,
      origin: null,
    };
  });

const all = stating("The weir is unsafe.", "Its gates don’t close.", "Somebody should pay for that.");
const react = (by: string, kind: string, quote: string | null, sign: number): Reaction => ({
  by,
  kind,
  quote,
  sign,
});

/** The stances as "who side claim by method", sorted. */
function stances(reactions: readonly Reaction[], locutions = all, answers: readonly never[] = []) {
  return stancesOfReactions({ comment: comment(reactions), locutions, answers })
    .map((one) => `${one.authorId} ${one.stance} ${one.target.id.replace("claim: ", "")} by ${one.method}`)
    .sort();
}

describe("stances from reactions", () => {
  it("go to the claim that the quoted words state, though quotation marks and spaces changed", () => {
    expect(stances([react("bo", "agree", "gates  don't\nclose", 1)])).toEqual([
      "bo for Its gates don’t close. by reaction",
    ]);
    expect(stances([react("bo", "disagree", "no such words", -1)])).toEqual([]);
  });

  it("go to each claim that the quoted words hold", () => {
    expect(
      stances([react("bo", "locallyInvalid", "The weir is unsafe. Its gates don’t close.", -1)]),
    ).toEqual([
      "bo against Its gates don’t close. by reaction",
      "bo against The weir is unsafe. by reaction",
    ]);
  });

  it("add up where one person reacts twice", () => {
    const quote = "The weir is unsafe.";
    const reactions = [
      react("bo", "agree", quote, 1),
      react("bo", "crux", quote, 0),
      react("cy", "agree", quote, 1),
    ];
    expect(stances([...reactions, react("cy", "shakyPremise", quote, -1)])).toEqual([
      "bo for The weir is unsafe. by reaction",
      "cy neutral The weir is unsafe. by reaction",
    ]);
  });

  it("need no words where the comment states one claim, and are votes where people voted", () => {
    const one = stating("The weir is unsafe.");
    const votes = [react("bo", "vote", null, 1), react("cy", "vote", null, 0), react("dee", "+1", null, 1)];
    expect(stances(votes, one)).toEqual([
      "bo for The weir is unsafe. by vote",
      "cy neutral The weir is unsafe. by vote",
      "dee for The weir is unsafe. by reaction",
    ]);
    expect(stances([react("bo", "heart", null, 0)], one)).toEqual([]);
    expect(stances(votes)).toEqual([]);
  });

  it("favour what a comment answers when its author says that it changed their mind", () => {
    const answers = [{ from: "The weir is unsafe.", toClaim: "claim of the parent" }];
    const of = (by: string) =>
      stancesOfReactions({ comment: comment([react(by, "delta", null, 1)]), locutions: all, answers });
    expect(of("ann")).toMatchObject([
      {
        authorId: "ann",
        stance: "for",
        method: "delta",
        target: { id: "claim of the parent" },
        createdAt: "2024-05-01T00:00:00.000Z",
      },
    ]);
    expect(of("bo")).toEqual([]);
  });
});
