import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Importer } from "../../src/importers/importer.ts";
import type { GraphElement } from "../../src/model/graph.ts";
import { mapInputs } from "../../src/pipeline.ts";
import { openStore } from "../../src/store/registry.ts";
import { silent } from "./silent-extractor.ts";

/** A text with the importer that reads it. */
export interface TextInput {
  readonly name: string;
  readonly text: string;
  readonly importer: Importer;
  readonly host: string;
}

export interface CommentsAndQuotes {
  readonly comments: readonly GraphElement<"comments">[];
  readonly quotes: readonly GraphElement<"quotes">[];
}

/**
 * Maps texts through the real pipeline, without extraction, into a fresh store, and reads back what was said
 * where.
 */
export async function findQuotes(inputs: readonly TextInput[]): Promise<CommentsAndQuotes> {
  const folder = await mkdtemp(join(tmpdir(), "elenchus-eval-"));
  try {
    const store = await openStore(join(folder, "store"));
    const writer = await store.openWriter({ onMessage: () => {} });
    try {
      const options = { extractor: silent, glossary: [] };
      for await (const step of mapInputs(inputs.map(mapInputOf), writer.known, options)) {
        if (step.failure) throw step.failure;
        if (step.change.writes.length > 0) await writer.apply(step.change);
      }
    } finally {
      await writer.close();
    }
    const comments: GraphElement<"comments">[] = [];
    const quotes: GraphElement<"quotes">[] = [];
    const reader = await store.openReader();
    try {
      for await (const record of reader.records()) {
        if (record.array === "comments") comments.push(record.element);
        if (record.array === "quotes") quotes.push(record.element);
      }
    } finally {
      await reader.close();
    }
    return { comments, quotes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function mapInputOf({ name, text, importer, host }: TextInput) {
  const bytes = Buffer.from(text, "utf8");
  const open = async function* () {
    yield bytes;
  };
  return {
    input: { name, bytes: bytes.length, files: null, open },
    importer,
    host,
    isHostGiven: true,
    captured: null,
    author: null,
    columns: new Map<string, string>(),
    maxRecordBytes: 2 ** 28,
  };
}
