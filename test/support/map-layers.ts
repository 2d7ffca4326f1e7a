import { mapInputs } from "../../src/pipeline.ts";
import type { Store } from "../../src/store/store.ts";
import { applySteps, writeToStore } from "../../src/write-to-store.ts";
import { fakeExtractor } from "./fake-extractor.ts";
import { textInputs } from "./map-text.ts";

/** Maps files into a store with one extractor after the other, each by its id. */
export async function mapLayers(
  store: Store,
  files: Readonly<Record<string, string>>,
  extractors: readonly string[],
): Promise<void> {
  for (const id of extractors)
    await writeToStore(store, async (writer) => {
      const options = { extractor: fakeExtractor(id), glossary: [] };
      await applySteps(writer, mapInputs(await textInputs(files), writer.known, options));
    });
}
