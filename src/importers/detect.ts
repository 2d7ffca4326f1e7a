import { AppError } from "../errors.ts";
import { readHead } from "../text/decode.ts";
import type { Importer, Input } from "./importer.ts";
import * as registry from "./registry.ts";
import { report } from "./report.ts";
import { headerExample } from "./threads/header-line.ts";

/** Below this an importer's guess is not worth trying. */
export const leastCertainty = 0.2;

/**
 * Below this a format is a guess: a file by itself is read with a warning, and one in a folder is left, since
 * prose there may be about the corpus (README).
 */
export const sureCertainty = 0.5;

/** All importers, in the order of the registry. */
export const importers: readonly Importer[] = Object.values(registry);

/** An importer and how sure it is of an input, 0 to 1. */
export interface Guess {
  readonly importer: Importer;
  readonly certainty: number;
}

/**
 * The importers that an input may be for, the surest first and equals in the order of the registry; none when
 * nothing is worth trying. A file is judged by its first 64 KiB, a folder or archive by the paths in it.
 *
 * @throws AppError `import.empty` or `import.binary` when there is no text to look at.
 */
export async function rankImporters(input: Input): Promise<readonly Guess[]> {
  const paths = input.files?.map(({ name }) => name) ?? null;
  const head = paths === null ? await readHead(input.open(), input.name) : "";
  return importers
    .map((importer) => ({
      importer,
      certainty: paths === null ? importer.sniff(head, input.name) : (importer.sniffFolder?.(paths) ?? 0),
    }))
    .filter(({ certainty }) => certainty >= leastCertainty)
    .sort((a, b) => b.certainty - a.certainty);
}

/**
 * The importer of an id.
 *
 * @throws AppError `import.format-unknown` when there is none.
 */
export function namedImporter(id: string): Importer {
  const named = importers.find((importer) => importer.id === id);
  if (named) return named;
  throw new AppError("import.format-unknown", `there is no format "${id}"`, {
    hint: `Name one of: ${listIds()}.`,
  });
}

/**
 * An importer that, where it was only guessed, says at its end what it made of the input. Where a person set the
 * borders between comments the format is theirs.
 */
export function reportingGuess({ importer, certainty }: Guess): Importer {
  if (certainty >= sureCertainty) return importer;
  return {
    ...importer,
    async *read(input, options) {
      let comments = 0;
      let isSet = false;
      for await (const record of importer.read(input, options)) {
        if (record.kind === "comment") comments++;
        if (record.kind === "feed") {
          comments += record.feed.starts.length;
          isSet = record.feed.areStartsSet;
        }
        yield record;
      }
      if (isSet) return;
      const made = comments === 1 ? "1 comment" : `${comments} comments`;
      const guess = `read as ${importer.id}, which is a guess (${certainty.toFixed(2)} sure): ${made}`;
      const remedy = "`elenchus formats FILE` shows what else it may be, --from names the format";
      yield report("warning", "import.format-unsure", input.name, `${guess}; ${remedy}`);
    },
  };
}

/** The refusal of an input that fits no format, with what was looked at. */
export async function formatUnknown(input: Input): Promise<AppError> {
  if (input.files !== null) {
    const names = input.files.slice(0, namesShown).map(({ name }) => name);
    const more = input.files.length > names.length ? `, … (${input.files.length} in all)` : "";
    const message = `${input.name}: the files in it are those of no format: ${names.join(", ")}${more}`;
    return new AppError("import.format-unknown", message, { hint: hintFor(null) });
  }
  const head = await readHead(input.open(), input.name);
  const start = head.trimStart().split("\n", 1)[0]?.slice(0, 40) ?? "";
  const looked = `its name and first ${head.length} characters`;
  const guesses = (await rankImporters(input)).map(
    ({ importer, certainty }) => `${importer.id} (${certainty.toFixed(1)})`,
  );
  const verdict = guesses.length > 0 ? `are no sure sign of ${guesses.join(" or ")}` : "fit no format";
  return new AppError(
    "import.format-unknown",
    `${input.name}: ${looked} ${verdict}; it begins ${JSON.stringify(start)}`,
    { hint: hintFor(head) },
  );
}

/** What to do about an input of no format; null stands for a folder. Plain text may be a thread without headers. */
function hintFor(head: string | null): string {
  const naming = `the format with --from, one of: ${listIds()}.`;
  return head === null || /^\s*[{[<]/u.test(head)
    ? `Name ${naming}`
    : `Put a line such as \`${headerExample}\` over each comment of a pasted thread, or name ${naming}`;
}

/** Files of a folder that a message names. */
const namesShown = 5;

function listIds(): string {
  return importers.map(({ id }) => id).join(", ");
}
