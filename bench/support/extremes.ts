import { randomNumbers } from "./words.ts";

/** One line of our JSONL. */
export interface GeneratedComment {
  readonly id: string;
  readonly threadId: string;
  readonly parentId: string | null;
  readonly author: string;
  readonly createdAt: string;
  readonly text: string;
}

type Make = (size: number) => readonly GeneratedComment[];

const subjects = [
  "ferry",
  "harbour",
  "tide gate",
  "bridge toll",
  "night train",
  "council",
  "school roof",
  "reef",
];
const verbs = ["should", "cannot", "must", "will", "may", "does not", "would"];
const actions = [
  "close early",
  "cost more",
  "stay open",
  "fail in winter",
  "help the poor",
  "raise the rent",
];
const endings = [
  "because storms are rare",
  "in most years",
  "if wages fall",
  "for the farmers",
  "without a permit",
];

/** So many sentences of a few hundred words in all, most of them claims. */
function sentences(count: number, seed = 1): readonly string[] {
  const next = randomNumbers(seed);
  const one = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? "";
  return Array.from({ length: count }, (_, at) => {
    const place = `${one(["north", "south", "old", "new"])} ${one(subjects)}`;
    return `The ${place} ${Math.floor(next() * 400)} ${one(verbs)} ${one(actions)} ${one(endings)}${at % 9 === 8 ? "?" : "."}`;
  });
}

const startMs = Date.UTC(2024, 0, 1);
const minuteMs = 60_000;

function comment(index: number, text: string, more: Partial<GeneratedComment> = {}): GeneratedComment {
  const createdAt = new Date(startMs + index * minuteMs).toISOString();
  return { id: `c${index}`, threadId: "t", parentId: null, author: `p${index}`, createdAt, text, ...more };
}

const paragraphs = (lines: readonly string[], each = 5): string =>
  lines.map((line, at) => (at % each === each - 1 ? `${line}\n\n` : `${line} `)).join("");

/** So many names of things that stand in no dictionary. */
function madeUpNames(count: number): readonly string[] {
  const next = randomNumbers(3);
  const letter = (letters: string): string => letters[Math.floor(next() * letters.length)] ?? "";
  const syllable = (): string => letter("bcdfghklmnprst") + letter("aeiou");
  const name = (): string => `${syllable()}${syllable()}${syllable()}n`;
  return Array.from({ length: count }, () => `${name()} ${name()}`);
}

/** Inputs that are extreme in one way each, as large as asked for. */
export const extremes: Readonly<Record<string, Make>> = {
  sentences: (size) => [comment(0, paragraphs(sentences(size)))],
  "one-paragraph": (size) => [comment(0, sentences(size).join(" "))],
  items: (size) => [
    comment(
      0,
      `My reasons:\n\n${sentences(size)
        .map((line, at) => `${at + 1}. ${line}`)
        .join("\n")}`,
    ),
  ],
  quotes: (size) => {
    const said = sentences(size);
    const answers = sentences(size, 2);
    const text = said.map((line, at) => `> ${line}\n\nNo. ${answers[at]}`).join("\n\n");
    return [comment(0, paragraphs(said)), comment(1, text, { parentId: "c0" })];
  },
  "inline-quotes": (size) => {
    const said = sentences(size);
    const text = said.map((line) => `You say "${line.slice(0, -1)}" but I doubt it.`).join("\n\n");
    return [comment(0, paragraphs(said)), comment(1, text, { parentId: "c0" })];
  },
  // Quotes whose words nobody has said, neither in the long post that is answered nor in the thread.
  "lost-quotes": (size) => [
    comment(0, paragraphs(sentences(size, 3))),
    ...sentences(size).map((line, at) => comment(at + 1, line)),
    comment(
      size + 1,
      sentences(size, 2)
        .map((line) => `> ${line}\n\nWho says so?`)
        .join("\n\n"),
      { parentId: "c0" },
    ),
  ],
  "named-further-up": (size) => {
    const said = sentences(size);
    const text = said
      .map((line) => `Your claim "${line.slice(4, 40)}" is weak, and so is Ann's point.`)
      .join(" ");
    return [
      comment(0, paragraphs(said), { author: "ann" }),
      comment(1, "I see no ships here today.", { parentId: "c0", author: "bob" }),
      comment(2, text, { parentId: "c1", author: "cleo" }),
    ];
  },
  "long-answer": (size) => [
    comment(0, paragraphs(sentences(size))),
    comment(1, paragraphs(sentences(size, 2)), { parentId: "c0" }),
  ],
  replies: (size) => [
    comment(0, sentences(3).join(" ")),
    ...sentences(size, 2).map((line, at) => comment(at + 1, `I disagree. ${line}`, { parentId: "c0" })),
  ],
  deep: (size) =>
    sentences(size).map((line, at) => comment(at, line, at === 0 ? {} : { parentId: `c${at - 1}` })),
  "one-author": (size) =>
    sentences(size).map((line, at) =>
      comment(at, line, { author: "ann", threadId: `t${Math.floor(at / 5)}` }),
    ),
  "one-wording": (size) =>
    Array.from({ length: size }, (_, at) =>
      comment(at, "Nuclear power plants are much safer than coal mines.", {
        threadId: `t${Math.floor(at / 5)}`,
      }),
    ),
  concepts: (size) => {
    const names = madeUpNames(size);
    return [
      comment(0, names.map((one) => `The ${one} engine is cheaper than the ${one} pump.`).join(" ")),
      comment(1, names.map((one) => `The ${one} engine is not cheaper than a horse.`).join(" "), {
        parentId: "c0",
      }),
    ];
  },
  "one-line": (size) => [
    comment(
      0,
      sentences(size)
        .map((line) => line.slice(0, -1))
        .join(", and "),
    ),
  ],
  essays: (size) => [
    comment(0, paragraphs(sentences(size)), { author: "ann", threadId: "t0" }),
    comment(1, paragraphs(sentences(size, 2)), { author: "ann", threadId: "t1" }),
  ],
};
