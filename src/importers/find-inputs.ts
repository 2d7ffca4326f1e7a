import { AppError } from "../errors.ts";
import { formatUnknown, leastCertainty, namedImporter, rankImporters, sureCertainty } from "./detect.ts";
import type { Importer, Input } from "./importer.ts";
import { folderInput } from "./input/folder.ts";

/** An input with the importer that reads it and how sure that is, 0 to 1. */
export interface FoundInput {
  readonly input: Input;
  readonly importer: Importer;
  readonly certainty: number;
}

/** A file or folder in a folder that is not read, with the reason: mostly `import.format-unknown`. */
interface LeftOut {
  readonly name: string;
  readonly error: AppError;
}

/** What there is to read in a file, folder or archive. */
export interface FoundInputs {
  readonly inputs: readonly FoundInput[];
  readonly leftOut: readonly LeftOut[];
}

/** A file that stands in every folder written by `export --to neo4j-admin`, and hardly in another. */
const importToolFile = "StoreMeta.header.csv";

/**
 * Finds what there is to read in an input: itself, or in a folder the corpora and files.
 *
 * A corpus is the innermost folder whose paths an importer knows; what is in no corpus is taken file by file.
 * A corpus is named by its path, and the files in it by theirs from there on.
 *
 * @param from - an importer's id, which overrides the look at the content; null looks.
 * @throws AppError `import.format-unknown` when nothing fits, `import.empty` or `import.binary` for a file without
 *   text.
 */
export async function findInputs(input: Input, from: string | null): Promise<FoundInputs> {
  const named = from === null ? null : namedImporter(from);
  if (input.files === null) return { inputs: [await recognise(input, named, leastCertainty)], leftOut: [] };
  const inputs: FoundInput[] = [];
  const leftOut: LeftOut[] = [];
  const loose = await takeCorpora(input, "", named, { inputs, leftOut });
  for (const file of loose)
    try {
      inputs.push(await recognise(file, named, sureCertainty));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      leftOut.push({ name: file.name, error });
    }
  if (named?.sniffFolder !== undefined && inputs.every(({ input: { files } }) => files === null))
    // The user knows better than the names of the files.
    return { inputs: [{ input, importer: named, certainty: 1 }], leftOut: [] };
  const [first] = leftOut;
  if (inputs.length === 0 && first !== undefined)
    throw leftOut.length === 1 ? first.error : nothingFits(input, first.error, leftOut.length);
  return { inputs, leftOut };
}

async function recognise(input: Input, named: Importer | null, least: number): Promise<FoundInput> {
  if (named !== null) return { input, importer: named, certainty: 1 };
  const [best] = await rankImporters(input);
  if (best === undefined || best.certainty < least) throw await formatUnknown(input);
  return { input, ...best };
}

/**
 * Adds the corpora in a folder and returns the files that are in none of them, by their paths from `prefix` on.
 * A folder of tables for Neo4j's import tool is left out as a whole: its tables are no comments.
 *
 * @param prefix - path of the folder in the outermost one, with `/` at its end; empty for the outermost.
 */
async function takeCorpora(
  folder: Input,
  prefix: string,
  named: Importer | null,
  found: { readonly inputs: FoundInput[]; readonly leftOut: LeftOut[] },
): Promise<readonly Input[]> {
  if (named === null && folder.files?.some(({ name }) => name === importToolFile)) {
    found.leftOut.push({ name: folder.name, error: forImportTool(folder) });
    return [];
  }
  const loose: Input[] = [];
  for (const [name, files] of membersOf(folder)) {
    const rest = name.endsWith("/")
      ? await takeCorpora(folderInput(prefix + name.slice(0, -1), files), prefix + name, named, found)
      : files;
    for (const file of rest) loose.push({ ...file, name: name.endsWith("/") ? name + file.name : file.name });
  }
  if (loose.length === 0) return [];
  const left = folderInput(folder.name, loose);
  const corpus = (await rankImporters(left)).find(({ importer }) => named === null || importer === named);
  if (corpus === undefined) return loose;
  found.inputs.push({ input: left, ...corpus });
  return [];
}

/** The files right inside a folder, and by `name/` those in the folders in it, named from there on. */
function membersOf({ files }: Input): ReadonlyMap<string, readonly Input[]> {
  const members = new Map<string, Input[]>();
  for (const file of files ?? []) {
    const at = file.name.indexOf("/") + 1;
    const name = at === 0 ? file.name : file.name.slice(0, at);
    const inside = members.get(name) ?? [];
    inside.push({ ...file, name: file.name.slice(at) });
    members.set(name, inside);
  }
  return members;
}

function forImportTool({ name }: Input): AppError {
  return new AppError("import.format-unknown", `${name}: these are tables for Neo4j's import tool`, {
    hint: "Write the map anew with `elenchus export --to json`, and map that file.",
  });
}

function nothingFits(input: Input, { message, hint }: AppError, count: number): AppError {
  return new AppError(
    "import.format-unknown",
    `${input.name}: none of its ${count} files fits a format; the first: ${message}`,
    { hint },
  );
}
