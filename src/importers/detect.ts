import { AppError } from "../errors.ts";
import { readHead } from "../text/decode.ts";
import type { Importer, Input } from "./importer.ts";
import * as registry from "./registry.ts";

/** Below this an importer's guess is not worth trying. */
const leastCertainty = 0.2;

/** All importers, in the order of the registry. */
export const importers: readonly Importer[] = Object.values(registry);

/**
 * The importer for an input: the one named, else the one that is surest by the first 64 KiB.
 *
 * @param from - an importer's id, which overrides the look at the content; null looks.
 * @throws AppError `import.format-unknown` when nothing fits, `import.empty` or `import.binary` when there is no
 *   text to look at.
 */
export async function detectImporter(input: Input, from: string | null): Promise<Importer> {
  const ids = importers.map(({ id }) => id).join(", ");
  if (from !== null) {
    const named = importers.find(({ id }) => id === from);
    if (named) return named;
    throw new AppError("import.format-unknown", `there is no format "${from}"`, {
      hint: `Name one of: ${ids}.`,
    });
  }
  const paths = input.files?.map(({ name }) => name) ?? null;
  const head = paths === null ? await readHead(input.open(), input.name) : "";
  let best: Importer | null = null;
  let certainty = leastCertainty;
  for (const importer of importers) {
    const sure = paths === null ? importer.sniff(head, input.name) : (importer.sniffFolder?.(paths) ?? 0);
    if (sure > certainty || (best === null && sure === certainty)) {
      best = importer;
      certainty = sure;
    }
  }
  if (best) return best;
  const start = head.trimStart().split("\n", 1)[0]?.slice(0, 40) ?? "";
  throw new AppError(
    "import.format-unknown",
    `${input.name}: its name and first ${head.length} characters fit no format; it begins ${JSON.stringify(start)}`,
    { hint: `Name the format with --from, one of: ${ids}.` },
  );
}
