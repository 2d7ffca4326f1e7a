import { asContext, segmented } from "./segmented.ts";

/**
 * What a comment about a lake's dikes says, and an answer that quotes a sentence of it and words of nobody
 * known.
 */
export function lake(answer: string, { author = "ann" } = {}) {
  const opening = segmented(
    "Dikes of clay are the cheapest. They last for centuries. Grass keeps them dry.",
    {
      id: "lake:1",
      authorId: author,
    },
  );
  const second = opening.segments[1]?.span ?? { start: 0, end: 1 };
  const reply = segmented(
    `They last for centuries.\n\n${answer}\n\n“Sand is for children.”\n\nI never said so.`,
    {
      id: "lake:2",
      parentId: "lake:1",
      authorId: "bo",
      quoted: [
        {
          words: "They last for centuries.",
          source: { commentId: "lake:1", version: opening.version, span: second },
        },
        { words: "“Sand is for children.”" },
      ],
    },
  );
  return { opening, reply, thread: { ancestors: [asContext(opening)], quoted: [] } };
}
