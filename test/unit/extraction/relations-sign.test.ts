import { describe, expect, it } from "vitest";
import { attackOf } from "../../../src/extraction/rules/relations/attack.ts";
import { signOf } from "../../../src/extraction/rules/relations/sign.ts";

const signs = (...texts: readonly string[]) => texts.map((text) => signOf(text).sign);

describe("the sign of an answer", () => {
  it("is read in linear time of a wall of commas and blanks", () => {
    expect(signs(`The tariff ${", ".repeat(150_000)}is not a tax.`)).toEqual(["open"]);
    expect(signs("It is a tax,, , isn't it?", "It isn't a tax , isn't it?")).toEqual(["open", "against"]);
  });

  it("is against after a start or phrase of disagreement, and after plain negation early on", () => {
    expect(
      signs(
        "No, that was measured twice.",
        "Actually, the tax fell.",
        "You’re wrong about the dates.",
        "“That isn't how courts work.”",
        "The tariff is not a tax on foreigners.",
      ),
    ).toEqual(["against", "against", "against", "against", "against"]);
  });

  it("is for after a start or phrase of agreement", () => {
    expect(
      signs(
        "Exactly, and it gets worse.",
        "You are right, and I was wrong to say so.",
        "That's true.",
        "I accept that the sample was small.",
        "I completely agree with the first half.",
        "On this I could not agree more.",
        "I can't agree more.",
      ),
    ).toEqual(["for", "for", "for", "for", "for", "for", "for"]);
  });

  it("does not depend on an interjection before it or a tag question behind it", () => {
    expect(signs("Oh no, not again.", "God yes.", "Well, I disagree.", "Me too!", "+1, and thanks.")).toEqual(
      ["against", "for", "against", "for", "for"],
    );
    expect(signs("It's cold today, isn't it?", "That is not cold, is it?")).toEqual(["open", "against"]);
  });

  it("does not take certainty for a denial", () => {
    expect(signs("Heat pump, no question.", "Without a doubt, the bridge holds.")).toEqual(["open", "open"]);
    expect(signs("There is no question of closing it.", "No doubt about it is allowed.")).toEqual([
      "against",
      "against",
    ]);
  });

  it("is open where agreement turns, and where nothing tells", () => {
    expect(signs("Yes, but who pays for it?", "The harbour was built in 1912.")).toEqual(["open", "open"]);
  });

  it("does not take a word that merely contains a cue", () => {
    expect(signs("Nobel laureates signed it.", "Surely the bridge will hold.")).toEqual(["open", "open"]);
  });
});

describe("the kind of an attack", () => {
  it("tells an attack on what follows from a premise and one on the premise from a denial", () => {
    expect(attackOf("That doesn't follow from the figures.")).toBe("undercut");
    expect(attackOf("I don't think the evidence shows that.")).toBe("undermine");
    expect(attackOf("No, it was raining.")).toBe("rebut");
  });
});
