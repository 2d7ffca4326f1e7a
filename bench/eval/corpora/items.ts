import { readFile } from "node:fs/promises";
import { z } from "zod";

/** A line of a corpus: a text, what it answers where it answers something, and what people said of it. */
interface Item<Label> {
  readonly id: string;
  readonly source: string;
  /** Items of one group are of one thread or one topic, and so alike; an item without a group is one by itself. */
  readonly group: string;
  readonly text: string;
  readonly parent: string;
  readonly label: Label;
}

const Line = z.object({
  id: z.string(),
  source: z.string(),
  group: z.string().nullish(),
  text: z.string(),
  parent: z.string().default(""),
  label: z.unknown(),
});

/**
 * Reads a corpus of one JSON object a line, `{ id, source, group?, text, parent?, label }`.
 *
 * @param label - the schema of the labels of the task.
 * @param limit - how many items, from the start of the file.
 * @throws Error that names the line, where one is of another shape.
 */
export async function readItems<Label>(
  file: string,
  label: z.ZodType<Label>,
  limit: number,
): Promise<readonly Item<Label>[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  return lines.slice(0, limit).map((line, index) => {
    try {
      const item = Line.parse(JSON.parse(line));
      return { ...item, group: item.group ?? item.id, label: label.parse(item.label) };
    } catch (cause) {
      throw new Error(`${file}:${index + 1} is no item of this task`, { cause });
    }
  });
}
