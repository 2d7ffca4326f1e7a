import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportedSource } from "../../../src/text/reported-speech.ts";

/** The words that name whom a statement reports, or null. What stands behind `|` follows it. */
function sourceOf(words: string): string | null {
  const [statement = "", behind = ""] = words.split("|");
  const text = `Well. ${statement}${behind}`;
  const span = reportedSource(text, { start: 6, end: 6 + statement.length });
  return span && text.slice(span.start, span.end);
}

/** Statements with the words that name their source between braces. */
const reports = [
  "{Smith} argues that trams pay for themselves.",
  "{Dr. Keller (2012)} claims that the moss is old.",
  "{The committee} told us that there was no money.",
  "{My boss} thinks we should walk.",
  "And {my neighbour} says, “Trams are loud.”",
  "{People} say that trams are noisy.",
  "{they} claim it is safe",
  "{You} say that the trams are dear.",
  "{You}'re saying that the data are faked.",
  "{You} seem to think that roads are free.",
  "In your first comment {you} said that nobody rides.",
  "On page three, {Mann} denies that the lake froze.",
  "{@ann_b} thinks this is a bad plan.",
  "{They} keep telling us that it is safe.",
  "{The mayor} would have us believe that the bridge is safe.",
  "{Critics} might object that this costs too much.",
  "{You} suggest that we wait.",
  "{Rumour} has it that the bridge closes.",
  "According to {the review}, trams are dear.",
  "According to {my aunt} the dough needs two days.",
  "As per {the guidelines}, moderators may lock a thread.",
  "As {the old gardener} puts it: moss is just patience.",
  'As {Ilse} said in January, "the storage is far too small for a winter."',
  "As {you} wrote: “moss is just patience.”",
  "As {Feynman} once put it, nature cannot be fooled.",
  "A tax on sugar moves sales to juice, as {Meyer} puts it.",
  "To hear {my landlord} tell it, tenants ruin everything.",
  "In {Weber's opinion} the state keeps order.",
  "{My physics teacher} used to say that heat is motion.",
  "In {her view}, the state should pay.",
  "By {your logic}, all cars are bad.",
  "{Your point} is that buses are slower.",
  "{Her argument} against the bridge is that it is ugly.",
  "{The usual view} is that buses are slower.",
  "{There is a widespread belief} that buses are slower.",
  "{It is often said} that trams are dear.",
  "{I've heard} that they will close it.",
  "{I was told} that the line is safe.",
  "Trams {are said} to be quiet.",
  "{Allegedly}, the bridge was closed for repairs.",
  "Buses are slower, {they} say.",
  "Buses are slower, says {the mayor}.",
  "Buses are slower, according to {the mayor}.",
  "{I} used to think that trams were useless.",
  "At first {I} thought the plan was silly.",
];

const assertions = [
  "Per person, the boat costs more than the bus does.",
  "As per usual, the meeting was moved to a Friday.",
  "According to plan, the gate was painted by noon.",
  "According to my own data, the bees come back before noon.",
  "I think that trams are dear.",
  "I said that trams are dear.",
  "I'd say trams are cheap.",
  "In my opinion, trams are cheap.",
  "According to my calculations, trams are cheap.",
  "According to my notes the tram was late.",
  "As I put it, trams are cheap.",
  "They used to put it in the attic.",
  "We believe that trams are cheap.",
  "My wife and I think that trams are cheap.",
  "Trams are cheap, I think.",
  "Nobody says that trams are dear.",
  "He never said that trams are dear.",
  "You didn't say that trams are dear.",
  "You can't say that trams are dear.",
  "If you say that trams are dear, you forget the roads.",
  "Do you think that trams are dear?",
  "People who say that trams are dear forget the roads.",
  "The idea that trams are dear is wrong.",
  "Their claims that trams are cheap are wrong.",
  "The states that joined the treaty kept it.",
  "Studies show that trams are cheap.",
  "The evidence suggests that trams are cheap.",
  "This suggests that trams are cheap.",
  "Everybody knows that trams are cheap.",
  "It could be argued that trams are cheap.",
  "Just suppose that trams are cheap.",
  "People believe what they are told.",
  "They think about what is right.",
  "You say so all the time.",
  "Having said that, trams are cheap.",
  "The report is wrong.",
  "You say that trams are dear, but taxis are dearer.",
];

const endorsements = [
  "As Smith says, trams are dear.",
  "Smith rightly argues that trams are dear.",
  "I agree with Smith that trams are dear.",
  "Trams are dear, as she says.",
  "Smith says that trams are dear, and he is right.",
  "Smith says that trams are dear, which is true.",
  "Smith says that trams are dear.| I agree.",
  "My boss thinks that trams are dear| and I agree.",
];

describe("reportedSource", () => {
  it.each(reports)("finds whom is reported: %s", (marked) => {
    expect(sourceOf(marked.replaceAll(/[{}]/gu, ""))).toBe(/\{(.*)\}/u.exec(marked)?.[1]);
  });

  it.each(assertions)("leaves to the writer what the writer asserts: %s", (words) => {
    expect(sourceOf(words)).toBeNull();
  });

  it.each(endorsements)("leaves to the writer what the writer endorses: %s", (words) => {
    expect(sourceOf(words)).toBeNull();
  });

  it("does not take an answer for agreement that says what is right about it", () => {
    expect(
      sourceOf("Smith says that trams are dear.| He is right about the costs, not about the rest."),
    ).toBe("Smith");
  });

  it("names words inside the statement, whatever it is made of", () => {
    const piece = fc.constantFrom(
      ..."you he Smith argues says said that thinks claim according to the view of I used , . ' \" ( ) it is often @ann".split(
        " ",
      ),
      "İ",
      "\n",
      "😀",
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), (pieces) => {
        const text = `x ${pieces.join(" ")}`;
        const span = reportedSource(text, { start: 2, end: text.length });
        if (span === null) return;
        expect(span.start).toBeGreaterThanOrEqual(2);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end));
        expect(span.end).toBeGreaterThan(span.start);
      }),
    );
  });

  it.each(["a ", "a", "says ", "you ", "' ", "(", ", ", "in ", "very "])(
    "gets through a long line of %j",
    (piece) => {
      const text = `People say ${piece.repeat(100_000)}that it is so, they said.`;
      expect(() => reportedSource(text, { start: 0, end: text.length })).not.toThrow();
    },
  );
});
