import { AppError } from "../../errors.ts";

/** Turns what the operating system says into a refusal; anything else passes unchanged. */
export function refusal(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const code = "code" in error ? error.code : null;
  if (code === "ENOENT" || code === "ENOTDIR") return notFound(path, error);
  if (typeof code !== "string" || !/^E[A-Z]+$/u.test(code)) return error;
  return new AppError("import.unreadable", `${path}: cannot be read (${code})`, {
    hint: "Check that you may read it and that its disk is there.",
    cause: error,
  });
}

/** The refusal of a path or pattern that names nothing. */
export function notFound(path: string, cause?: unknown): AppError {
  return new AppError("import.not-found", `${path}: there is no such file`, {
    hint: "Check the path; a pattern that matches nothing is passed on as it is by most shells.",
    cause,
  });
}

/** The refusal of an empty path, which would otherwise stand for the folder at hand and all that is in it. */
export function nameless(): AppError {
  return new AppError("import.not-found", "an empty name names no file", {
    hint: "Check the variable that it comes from; a dot names the folder at hand.",
  });
}

/** The refusal of compressed data that ends early or contradicts itself. */
export function damaged(name: string, kind: string, cause: unknown): AppError {
  return new AppError("import.unreadable", `${name}: the ${kind} data is damaged or cut off`, {
    hint: "Fetch the file again, or unpack by hand what can be unpacked and name that.",
    cause,
  });
}
