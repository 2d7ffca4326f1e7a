import { jsonLines } from "./map-text.ts";

const words = [
  "The dam is unsafe for the whole valley. Nobody looked after it.",
  "I disagree. The dam is unsafe for the whole valley. Floods are rare here, and always were.",
  "Floods are rare here, and always were. The valley should be left as it is.",
  "> Nobody looked after it.\n\nThat is not so. Peat holds more water than any dam can.",
];

/**
 * A thread of four comments, each the answer to the one before: words that two people say, and a quote.
 *
 * @param more - further fields of each comment.
 */
export function valley(more: object = {}): Readonly<Record<string, string>> {
  return {
    "valley.jsonl": jsonLines(
      words.map((text, index) => ({
        id: String(index),
        author: ["Ann", "Bo", "Cy"][index % 3],
        parentId: index === 0 ? null : String(index - 1),
        markup: "md",
        text,
        ...more,
      })),
    ),
  };
}
