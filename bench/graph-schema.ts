import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { graphArrays, graphVersion } from "../src/model/graph.ts";

/** Where the published schema stands. */
export const schemaPath = fileURLToPath(new URL("../docs/graph.schema.json", import.meta.url));

/**
 * The JSON Schema of the graph JSON, as text.
 *
 * It is made from the schemas that the code itself reads and writes by. Objects are left open, because a
 * later minor version may add fields, which a reader keeps and passes over. That a span starts before its end
 * and lies in its text cannot be said in JSON Schema.
 */
export function graphSchema(): string {
  const document = z.object({
    elenchus: z.literal(graphVersion),
    generator: z.string(),
    ...Object.fromEntries(Object.entries(graphArrays).map(([name, element]) => [name, z.array(element)])),
  });
  const schema = z.toJSONSchema(document, {
    io: "output",
    reused: "ref",
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
      delete jsonSchema.readOnly;
    },
  });
  const titled = {
    ...schema,
    title: "Elenchus graph JSON, version 1",
    description:
      "An argument map: comments, what they claim, and how claims answer each other. Offsets count UTF-16 units.",
  };
  return `${JSON.stringify(titled, null, 2)}\n`;
}

/** Writes the schema to `docs/graph.schema.json`: `npm run bench graph-schema`. */
export async function run(): Promise<void> {
  await writeFile(schemaPath, graphSchema());
  console.log(`wrote ${schemaPath}`);
}
