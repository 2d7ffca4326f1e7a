import { AppError } from "../errors.ts";
import type { Store } from "./store.ts";

/** Opens the store that a URL names; the code of an engine is loaded only for its scheme. */
const schemes: Readonly<Record<string, (rest: string) => Promise<Store>>> = {
  embedded: async (path) => {
    const { EmbeddedStore } = await import("./embedded/embedded-store.ts");
    return new EmbeddedStore(path);
  },
};

/**
 * The store at a URL: `embedded:PATH`, or a bare path, which means the same.
 *
 * Nothing is opened or made yet.
 *
 * @throws AppError `store.url-invalid` for an empty path, `store.scheme-unknown` for a scheme that no engine has.
 */
export async function openStore(url: string): Promise<Store> {
  // One letter and a colon is a drive of Windows, not a scheme.
  const [, scheme = "embedded", rest = url] = /^([a-z][a-z0-9+.-]+):(.*)$/isu.exec(url) ?? [];
  const open = schemes[scheme.toLowerCase()];
  if (!open)
    throw new AppError("store.scheme-unknown", `no kind of store is called ${scheme}: ${url}`, {
      hint: `Give a directory, or a URL that begins with ${Object.keys(schemes).join(": or ")}:.`,
    });
  if (rest.trim() === "")
    throw new AppError("store.url-invalid", `the store ${JSON.stringify(url)} names no directory`, {
      hint: "Give a directory, for example --store ./.elenchus/default.",
    });
  return await open(rest);
}
