import { describe, expect, it } from "vitest";
import { itemMark, itemsReferredTo, referencesIn, wordsQuoted } from "../../../src/text/references.ts";

describe("what a sentence names of what was said before", () => {
  it("is a list item, by its number or letter", () => {
    expect(itemsReferredTo("so you win point 3, and 1 and 2 stand")).toEqual(new Set(["3", "1", "2"]));
    expect(itemsReferredTo("both 1 and 2 still puzzle me")).toEqual(new Set(["1", "2"]));
    expect(itemsReferredTo("your own logic in 1 and 3 isn't the same")).toEqual(new Set(["1", "3"]));
    expect(itemsReferredTo("your points 1, 2 and 4 are fine")).toEqual(new Set(["1", "2", "4"]));
    expect(itemsReferredTo("c is the weakest one")).toEqual(new Set(["c"]));
    for (const [text, mark] of [
      ["re: 3, i asked around", "3"],
      ["on 1) i disagree", "1"],
      ["on a: nobody does", "a"],
      ["point b is wrong", "b"],
      ["i'd add on (c) that it rains", "c"],
      ["yes to (iv).", "iv"],
      ["#4 is silly", "4"],
      ["your number 3 is wrong", "3"],
      ["i agree on 2.", "2"],
      ["but 3 still puzzles me", "3"],
      ["point 2 of your list is wrong", "2"],
    ] as const)
      expect(itemsReferredTo(text), text).toEqual(new Set([mark]));
  });

  it("is no item where a number counts or a letter is a word", () => {
    for (const text of [
      "a is a word, and i is too; it costs 3.5",
      "for this reason i think so",
      "for 2 years, on 3 june",
      "i posted the number, and i withdraw",
      "the backup-2, and more item(s)",
      "chapters 1, 2 and 3 are great, and so is figure 2",
      "version 2 still crashes, and there are no 2 alike",
      "he claims 3 people died; the number 1 cause is salt",
      "see post #3 and issue #4; it is my #1 worry",
      "we open at about 8, and the heater runs on 3.",
      "part 2 of the film is dull, as section 4 of the act says",
      "vitamin c is overrated, plan b was worse, and x is unknown",
      "i see two faults: (1) the price and (2) the noise",
      "you're 16, and between 2 and 3 is the quiet hour",
    ])
      expect(itemsReferredTo(text), text).toEqual(new Set());
  });

  it("is a place in an order", () => {
    const ordinalsIn = (text: string) => referencesIn(text).ordinals;
    expect(ordinalsIn("your second and third points clash")).toEqual([
      { counted: "point", place: 2 },
      { counted: "point", place: 3 },
    ]);
    expect(ordinalsIn("the last paragraph is unfair")).toEqual([{ counted: "paragraph", place: -1 }]);
    expect(ordinalsIn("ann's first example fails")).toEqual([{ counted: "example", place: 1 }]);
    expect(ordinalsIn("the 2nd of these is false")).toEqual([{ counted: "point", place: 2 }]);
    expect(ordinalsIn("the last sentence of your post")).toHaveLength(1);
    expect(ordinalsIn("i was second in the last race")).toEqual([]);
    expect(ordinalsIn("the last sentence in the book")).toEqual([]);
  });

  it("is words between quotation marks, or a topic", () => {
    expect(wordsQuoted('I withdraw "in every way" and “always”.')).toEqual(["in every way", "always"]);
    expect(referencesIn("your example of the tide tables, though, fails").topics).toEqual([
      "the tide tables",
    ]);
    expect(referencesIn("you said that bees die in winter").topics).toEqual(["bees die in winter"]);
  });

  it("is the speaker's own where it says so", () => {
    expect(referencesIn("My second point stands.").areOwn).toBe(true);
    expect(referencesIn("Your second point stands.").areOwn).toBe(false);
  });

  it("is read from a long line in a blink", () => {
    const line = `${"points no 1, ".repeat(20_000)}"${"x".repeat(100_000)}${"your first, second and ".repeat(9000)}${" ".repeat(30_000)}`;
    const found = referencesIn(line);
    expect(found.marks).toEqual(new Set(["1"]));
    expect(found.quoted).toEqual([]);
    expect(referencesIn("1, ".repeat(200_000)).marks.size).toBe(0);
    expect(itemsReferredTo("\"'(*_>- ".repeat(50_000)).size).toBe(0);
  });
});

describe("the mark of a list item", () => {
  it("stands before its words on their line", () => {
    const text = "Reasons:\n1. Bees.\n (b) Ticks. More.\n- Wasps.\n(iv) Ants.";
    expect(itemMark(text, text.indexOf("Bees"))).toBe("1");
    expect(itemMark(text, text.indexOf("1."))).toBe("1");
    expect(itemMark(text, text.indexOf("Ticks"))).toBe("b");
    expect(itemMark(text, text.indexOf("More"))).toBeNull();
    expect(itemMark(text, text.indexOf("Wasps"))).toBe("•");
    expect(itemMark(text, text.indexOf("Ants"))).toBe("iv");
    expect(itemMark(text, 0)).toBeNull();
  });
});
