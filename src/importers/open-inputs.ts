import type { Readable } from "node:stream";
import { AppError } from "../errors.ts";
import { type FoundInput, findInputs } from "./find-inputs.ts";
import { expandPath } from "./input/expand-path.ts";
import { type OpenedInput, openInput } from "./input.ts";

export interface OpenInputsOptions {
  /** Where relative paths and patterns begin. */
  readonly cwd: string;
  /** Read for the path `-`. */
  readonly stdin: Readable;
  /** Id of the importer; null looks at the content. */
  readonly from: string | null;
}

/** All that a user's paths name; `close` closes archives and removes temporary files. */
export interface OpenedInputs {
  readonly inputs: readonly FoundInput[];
  /** Paths and files of folders that cannot be read. */
  readonly failures: readonly { readonly path: string; readonly error: AppError }[];
  /** Files of folders that are passed over: those of no known format by name, those without text by number. */
  readonly leftOut: readonly {
    readonly path: string;
    readonly withoutFormat: readonly string[];
    readonly withoutText: number;
  }[];
  close(): Promise<void>;
}

/**
 * Opens files, folders, archives and patterns, and finds what there is to read in them. What cannot be opened is
 * reported and the rest is opened.
 */
export async function openInputs(
  paths: readonly string[],
  { cwd, stdin, from }: OpenInputsOptions,
): Promise<OpenedInputs> {
  const opened: OpenedInput[] = [];
  const inputs: FoundInput[] = [];
  const failures: { path: string; error: AppError }[] = [];
  const leftOut: OpenedInputs["leftOut"][number][] = [];
  const close = async () => {
    for (const one of opened.splice(0)) await one.close();
  };
  const attempt = async (path: string, open: () => Promise<void>): Promise<void> => {
    try {
      await open();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failures.push({ path, error });
    }
  };
  const openOne = async (path: string): Promise<void> => {
    const source = await openInput(path, stdin);
    opened.push(source);
    const found = await findInputs(source.input, from);
    inputs.push(...found.inputs);
    const isUnknown = ({ error }: { error: AppError }): boolean => error.code === "import.format-unknown";
    const withoutFormat = found.leftOut.filter(isUnknown).map(({ name }) => name);
    if (withoutFormat.length + source.leftOut > 0)
      leftOut.push({ path, withoutFormat, withoutText: source.leftOut });
    for (const { name, error } of found.leftOut.filter((one) => !isUnknown(one)))
      failures.push({ path: `${path}/${name}`, error });
  };
  try {
    for (const path of paths)
      await attempt(path, async () => {
        for (const one of await expandPath(path, cwd)) await attempt(one, () => openOne(one));
      });
    return { inputs, failures, leftOut, close };
  } catch (error) {
    await close();
    throw error;
  }
}
