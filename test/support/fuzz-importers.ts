import fc from "fast-check";
import { AppError } from "../../src/errors.ts";
import { importers, rankImporters } from "../../src/importers/detect.ts";
import type { Importer, Input } from "../../src/importers/importer.ts";
import type { CommentDraft } from "../../src/model/draft.ts";
import type { FolderContent, ImporterCase } from "../contract/importer-case.ts";
import { checkRecord } from "./check-records.ts";
import { importOptions, memoryFolder, memoryInput } from "./inputs.ts";

/** An input to start from: a fixture or a sample, as files. */
export interface FuzzSeed {
  /** The case of the importer that reads it; its `source` tells where words stand. */
  readonly owner: ImporterCase;
  readonly name: string;
  readonly content: FolderContent;
  /** Whether `source` finds the words of all its comments, so that it may be trusted with a changed input. */
  readonly hasPlaces: boolean;
}

/** A change of a text. Places are shares of its length, so that they fall into texts of any length. */
type Mutation =
  | { readonly kind: "cut"; readonly from: number; readonly length: number }
  | { readonly kind: "repeat"; readonly from: number; readonly length: number; readonly times: number }
  | { readonly kind: "move"; readonly from: number; readonly length: number; readonly to: number }
  | { readonly kind: "put"; readonly at: number; readonly words: string }
  | { readonly kind: "replace"; readonly at: number; readonly words: string }
  | { readonly kind: "splice"; readonly at: number; readonly seed: number; readonly from: number };

/** What a fuzzed input is made of. */
export interface FuzzedInput {
  readonly seed: number;
  readonly file: number;
  /** Index of the importer that is made to read it, where it is not the owner of the seed. */
  readonly other: number | null;
  readonly pieceBytes: number;
  readonly mutations: readonly Mutation[];
}

/** Words that mean something to one format or another, or to those who would break it. */
const hostileWords = [
  ...[
    "",
    " ",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\t",
    "\u00a0",
    "\u2028",
    "\u202e",
    "\ufeff",
    "😀",
    "e\u0301",
    "\ufffd",
  ],
  ...["\0", "\\u0000", "\\ud800", "\\udc00\\ud800", "\ud83d", "\x1b[2J", "\x1f"],
  ...[
    '"',
    "'",
    "\\",
    "\\\\",
    '\\"',
    '""',
    ",",
    ":",
    ";",
    "|",
    "{",
    "}",
    "[",
    "]",
    "{}",
    "[]",
    "[[[[[[[[",
    "]]]]]]]]",
  ],
  ...[
    "null",
    "true",
    "-1",
    "0",
    "1e999",
    "-0",
    "1e-400",
    "9007199254740993",
    "99999999999999999999",
    "0.1",
    "NaN",
  ],
  ...[
    '{"__proto__":{"x":1}}',
    '"__proto__"',
    '"constructor"',
    '{"id":null}',
    '"id":',
    '"text":',
    '"children":[',
    "[null]",
  ],
  ...[
    "<",
    ">",
    "</",
    "/>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?xml",
    "<!DOCTYPE a [",
    "&",
    "&amp;",
    "&#x110000;",
  ],
  ...[
    "&#0;",
    "&lt;",
    "&lol;",
    "<p>",
    "</p>",
    "<blockquote>",
    "</blockquote>",
    "<script>",
    "<table><tr>",
    "<li>",
  ],
  ...[
    "> ",
    "> > > > ",
    "- ",
    "* ",
    "# ",
    "```",
    "~~~",
    "    ",
    "`",
    "**",
    "__",
    "[a](b)",
    "![",
    "](",
    "---",
    "***",
    "1. ",
  ],
  ...[
    "From ",
    "From a Thu Jan  1 00:00:00 1970\n",
    "Message-ID: <a@b>\n",
    'Content-Type: multipart/mixed; boundary="',
    "=?utf-8?B?",
    "=\n",
    "--",
  ],
  ...[
    "1.",
    "1.1.1.1.",
    "Pro: ",
    "Con: ",
    "-> See 1.",
    "+ ",
    "[a]: ",
    "<+",
    "@a",
    '[quote="',
    "[/quote]",
    "t1_",
    "t3_",
    "[deleted]",
    "[removed]",
  ],
  ...[
    "1970-01-01T00:00:00Z",
    "2023-02-30",
    "0000-00-00 00:00:00",
    "-62135596800",
    "253402300800000",
    "2023-07-14T12:00:00+99:99",
  ],
] as const;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const words = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...hostileWords) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileWords).map((word) => word.repeat(200)) },
);
const length = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 }));

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant("cut" as const), from: share, length }),
  fc.record({
    kind: fc.constant("repeat" as const),
    from: share,
    length,
    times: fc.integer({ min: 1, max: 20 }),
  }),
  fc.record({ kind: fc.constant("move" as const), from: share, length, to: share }),
  fc.record({ kind: fc.constant("put" as const), at: share, words }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("replace" as const), at: share, words }) },
  fc.record({ kind: fc.constant("splice" as const), at: share, seed: fc.nat(), from: share }),
);

/**
 * Inputs made of seeds by up to eight changes; with more than one input in ten given to an importer it is not
 * for.
 */
export const fuzzedInput: fc.Arbitrary<FuzzedInput> = fc.record({
  seed: fc.nat(),
  file: fc.nat(),
  other: fc.option(fc.nat(), { freq: 6 }),
  pieceBytes: fc.constantFrom(7, 64, 4096, 4096, 1 << 20, 1 << 20),
  mutations: fc.array(mutation, { minLength: 1, maxLength: 8 }),
});

/**
 * Reads a fuzzed input and checks all that comes out of it.
 *
 * @returns the id of the importer that read it and how many records came.
 * @throws Error that says what is wrong with the reading; a refusal by an AppError is right.
 */
export async function readFuzzed(
  fuzzed: FuzzedInput,
  seeds: readonly FuzzSeed[],
): Promise<{ readonly importer: string; readonly records: number }> {
  const { owner, content, name, hasPlaces } = at(seeds, fuzzed.seed);
  const changed = changeOne(content, fuzzed, seeds);
  const importer = fuzzed.other === null ? owner.importer : at(importers, fuzzed.other);
  const input = inputOf(changed, owner.isFolder, name, fuzzed.pieceBytes);
  // Places count in the decoded file, which has no byte order mark.
  const decoded = Object.fromEntries(
    Object.entries(changed).map(([path, text]) => [path, text.replace(/^\ufeff/u, "")]),
  );
  let records = 0;
  try {
    await rankImporters(input);
    for await (const record of importer.read(input, { ...importOptions, ...owner.options })) {
      records++;
      checkRecord(record, {
        file: Object.values(decoded)[0] ?? "",
        ofComment: (comment) =>
          hasPlaces && importer === owner.importer && keepsPlaces(fuzzed)
            ? sourceOf(owner, decoded, comment)
            : null,
      });
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.message === "" || error.hint === "") throw new Error(`${error.code} says nothing`);
  }
  return { importer: importer.id, records };
}

/** What a fuzzed input looks like, for a person who hunts what went wrong. */
export function showFuzzed(fuzzed: FuzzedInput, seeds: readonly FuzzSeed[]): string {
  const { owner, name, content } = at(seeds, fuzzed.seed);
  const reader: Importer = fuzzed.other === null ? owner.importer : at(importers, fuzzed.other);
  return `${reader.id} reading ${name} of ${owner.importer.id}:\n${JSON.stringify(changeOne(content, fuzzed, seeds))}`;
}

function changeOne(
  content: FolderContent,
  { file, mutations }: FuzzedInput,
  seeds: readonly FuzzSeed[],
): FolderContent {
  const paths = Object.keys(content);
  const path = at(paths, file);
  const text = mutations.reduce((before, one) => mutate(before, one, seeds), content[path] ?? "");
  // What is written to a file has no surrogates without a partner.
  return { ...content, [path]: Buffer.from(text, "utf8").toString("utf8") };
}

function mutate(text: string, one: Mutation, seeds: readonly FuzzSeed[]): string {
  const place = (part: number): number => Math.floor(part * text.length);
  switch (one.kind) {
    case "cut":
      return text.slice(0, place(one.from)) + text.slice(place(one.from) + one.length);
    case "repeat": {
      const from = place(one.from);
      const part = text.slice(from, from + one.length);
      return text.slice(0, from) + part.repeat(one.times) + text.slice(from);
    }
    case "move": {
      const from = place(one.from);
      const part = text.slice(from, from + one.length);
      const rest = text.slice(0, from) + text.slice(from + one.length);
      const to = Math.floor(one.to * rest.length);
      return rest.slice(0, to) + part + rest.slice(to);
    }
    case "put":
      return text.slice(0, place(one.at)) + one.words + text.slice(place(one.at));
    case "replace": {
      // A whole word, number or string, so that the structure around it stays.
      const token = /[\p{L}\p{N}_.+-]+|[^\s\p{L}\p{N}]/gu;
      token.lastIndex = place(one.at);
      const found = token.exec(text);
      if (found === null) return text + one.words;
      return text.slice(0, found.index) + one.words + text.slice(found.index + found[0].length);
    }
    case "splice": {
      const other = Object.values(at(seeds, one.seed).content)[0] ?? "";
      const from = Math.floor(one.from * other.length);
      return text.slice(0, place(one.at)) + other.slice(from, from + 500) + text.slice(place(one.at));
    }
  }
}

function inputOf(content: FolderContent, isFolder: boolean, name: string, pieceBytes: number): Input {
  return isFolder
    ? memoryFolder(content, { name, pieceBytes })
    : memoryInput(Object.values(content)[0] ?? "", { name, pieceBytes });
}

/** Whether no record can stand in a changed input twice, so that its words can be looked up by its id. */
function keepsPlaces({ mutations }: FuzzedInput): boolean {
  return mutations.every(({ kind }) => kind === "cut" || kind === "put" || kind === "replace");
}

/** Where a comment's words stand, null where the changed input is too broken to be looked up in. */
function sourceOf(owner: ImporterCase, content: FolderContent, comment: CommentDraft): string | null {
  if (owner.source === null || comment.offsets.length === 0) return null;
  try {
    const value = owner.source(content, comment);
    return ["", "null", "undefined"].includes(value) ? null : value;
  } catch {
    return null;
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
}
