import { findInputs } from "../../src/importers/find-inputs.ts";
import type { Importer, Input } from "../../src/importers/importer.ts";

/**
 * The importer that a file, or a folder that is one corpus, is read with: the one named, or the one that is
 * surest.
 */
export async function detectImporter(input: Input, from: string | null = null): Promise<Importer> {
  const { inputs } = await findInputs(input, from);
  const [found] = inputs;
  if (found === undefined || inputs.length > 1)
    throw new Error(`${input.name} holds ${inputs.length} inputs`);
  return found.importer;
}
