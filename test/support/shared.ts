import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../shared/", import.meta.url));
const required = new Set((process.env.ELENCHUS_REQUIRE ?? "").split(",").filter(Boolean));

/** The path of a file in the shared folder beside the checkout. */
export const sharedPath = (path: string): string => `${root}${path}`;

/**
 * Why tests on the shared folder are skipped, or null when they run.
 *
 * @throws Error when `ELENCHUS_REQUIRE` names `shared` and the folder is absent.
 */
export const sharedSkip: string | null = absence("shared", existsSync(root), "no folder ../shared");

/** Why tests in Chromium are skipped, or null when they run. */
export const chromiumSkip: string | null = absence(
  "chromium",
  existsSync("/usr/bin/chromium"),
  "no /usr/bin/chromium",
);

/** Where onnxruntime-web lies for the tests: in the folder `ELENCHUS_ONNXRUNTIME`, else in the checkout. */
export const runtimeFolder =
  process.env.ELENCHUS_ONNXRUNTIME ?? fileURLToPath(new URL("../../", import.meta.url));

/** Why tests with a sentence model are skipped, or null when they run. */
export const runtimeSkip: string | null = absence(
  "onnxruntime",
  existsSync(`${runtimeFolder}/node_modules/onnxruntime-web`),
  "no onnxruntime-web, which is no dependency (npm install --no-save onnxruntime-web)",
);

function absence(name: string, isPresent: boolean, reason: string): string | null {
  if (isPresent) return null;
  if (required.has(name)) throw new Error(`ELENCHUS_REQUIRE names ${name}, but there is ${reason}`);
  return reason;
}
