import { describe, expect, it } from "vitest";
import { rules } from "../../../src/extraction/registry.ts";
import { type Exchange, mannersOf } from "../../../src/extraction/rules/stance/forum-manners.ts";
import { stanceOfReply } from "../../../src/extraction/rules/stance/stance-of-reply.ts";
import { jsonLines, mapText } from "../../support/map-text.ts";

const exchange = (reply: string, rest: Partial<Exchange> = {}): Exchange => ({
  reply,
  answered: "The tram should be free for everybody.",
  isConvinced: false,
  isOpposed: false,
  ...rest,
});
const no = exchange("No, that's wrong. I disagree, it doesn't work and you are ignoring the cost.");
const yes = exchange("Yes, I agree, good point.");
const plain = exchange("The tram leaves at nine.");

describe("how people answer each other in a forum", () => {
  it("makes disagreement likelier where most answers disagree, and less likely where most agree", () => {
    expect(mannersOf([...Array(40).fill(no), yes])).toBeGreaterThan(0.3);
    expect(mannersOf([...Array(40).fill(yes), no])).toBeLessThan(-0.3);
  });

  it("says nothing where nothing is counted, and little of a few answers", () => {
    expect(mannersOf([])).toBeCloseTo(0, 10);
    expect(mannersOf([plain, plain])).toBeCloseTo(0, 10);
    expect(Math.abs(mannersOf([no, no]))).toBeLessThan(0.15);
  });

  it("counts a changed mind as agreement and a disapproving button as disagreement", () => {
    expect(mannersOf([{ ...plain, isConvinced: true }])).toBeLessThan(0);
    expect(mannersOf([{ ...plain, isOpposed: true }])).toBeGreaterThan(0);
  });

  it("moves most what has no clear cue", () => {
    const moved = ({ reply, answered }: Exchange) =>
      stanceOfReply(reply, answered, 0.5).against - stanceOfReply(reply, answered).against;
    expect(moved(plain)).toBeGreaterThan(0.05);
    expect(moved(no)).toBeLessThan(0.75 * moved(plain));
  });
});

const post = (id: string, parentId: string | null, author: string, text: string) => ({
  id,
  threadId: "1",
  ...(parentId === null ? {} : { parentId }),
  author,
  text,
});
const town = jsonLines([
  post("1", null, "Ann", "The night trams are far too expensive for a town of this size."),
  post("2", "1", "Bo", "A taxi home is dearer than ten rides on the night trams."),
  ...Array.from({ length: 12 }, (_, at) =>
    post(
      String(at + 3),
      "1",
      `Ed${at}`,
      `No, I disagree, that's wrong, night trams are cheap for ${at + 7} people.`,
    ),
  ),
]);
const club = jsonLines([
  post("1", null, "Cy", "The choir should sing in the old church again."),
  post("2", "1", "Di", "The old church has the better sound for a choir."),
  ...Array.from({ length: 12 }, (_, at) =>
    post(String(at + 3), "1", `Flo${at}`, `Yes, I agree, good point, the church holds ${at + 70} people.`),
  ),
]);

describe("the manners that an extractor is told", () => {
  /** What the rules were told of each comment. */
  async function told(...files: readonly Readonly<Record<string, string>>[]) {
    return toldOf(undefined, files);
  }

  async function toldOf(host: string | undefined, files: readonly Readonly<Record<string, string>>[]) {
    const extractor = await rules({ glossary: [] });
    const forums = new Map<string, number | undefined>();
    let known: Awaited<ReturnType<typeof mapText>>["known"] | undefined;
    let last: Awaited<ReturnType<typeof mapText>> | undefined;
    for (const one of files) {
      last = await mapText(one, known, {
        ...(host === undefined ? {} : { host }),
        extractor: {
          ...extractor,
          extract: (comment, context) => {
            forums.set(comment.id, context.forum);
            return extractor.extract(comment, context);
          },
        },
      });
      known = last.known;
    }
    return { forums, last };
  }

  it("are those of the source of each comment, whatever else is imported and in whatever order", async () => {
    const { forums } = await told({ "town.jsonl": town, "club.jsonl": club });
    const { forums: apart } = await told({ "club.jsonl": club }, { "town.jsonl": town });
    expect([...apart].sort()).toEqual([...forums].sort());
    const values = [...new Set(forums.values())];
    expect(values).toHaveLength(2);
    expect(Math.max(...values.map((value) => value ?? 0))).toBeGreaterThan(0);
    expect(Math.min(...values.map((value) => value ?? 0))).toBeLessThan(0);
  });

  it("look at no answer to a comment that another file brings", async () => {
    const [first = "", ...others] = town.trimEnd().split("\n");
    const question = { "question.jsonl": `${first}\n` };
    const answers = { "answers.jsonl": `${others.join("\n")}\n` };
    const { forums } = await toldOf("town", [{ ...question, ...answers }]);
    const { forums: alone } = await toldOf("town", [answers]);
    expect(alone.size).toBe(13);
    for (const [id, forum] of alone) expect(forums.get(id), id).toBe(forum);
  });

  it("change nothing when the same file is mapped again", async () => {
    const { last } = await told({ "town.jsonl": town }, { "town.jsonl": town });
    expect(last?.changes.flatMap(({ writes }) => writes)).toEqual([]);
  });

  it("stay those of the comments that were read when the file grows", async () => {
    const lines = town.trimEnd().split("\n");
    const { forums } = await told(
      { "town.jsonl": `${lines.slice(0, 6).join("\n")}\n` },
      { "town.jsonl": town },
    );
    const first = [...forums].slice(0, 6).map(([, forum]) => forum);
    expect(new Set(first).size).toBe(1);
    expect(forums.size).toBe(14);
  });

  it("are not asked for by an extractor that does not weigh them", async () => {
    const { weighsForum: _, ...extractor } = await rules({ glossary: [] });
    const forums: (number | undefined)[] = [];
    await mapText({ "town.jsonl": town }, undefined, {
      extractor: {
        ...extractor,
        extract: (comment, context) => {
          forums.push(context.forum);
          return extractor.extract(comment, context);
        },
      },
    });
    expect(new Set(forums)).toEqual(new Set([undefined]));
  });
});
