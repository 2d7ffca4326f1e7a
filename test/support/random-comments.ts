import * as fc from "fast-check";

const sentences = [
  "The dam is unsafe for the whole valley.",
  "Nobody looked after the old stone dam.",
  "Floods are rare here, and always were.",
  "I disagree.",
  "The valley should be left as it is.",
  "Peat holds more water than any dam can.",
  "> Floods are rare here, and always were.\n\n",
  "There are two reasons:\n\n- the dam leaks in every spring\n- nobody pays for the repairs\n\n",
];
const forwards = fc
  .array(
    fc.record({
      text: fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 6 }),
      parent: fc.nat(),
      author: fc.constantFrom("Ann", "Bo", "Cy"),
      by: fc.constantFrom("Ann", "Bo", "Cy", null),
      quote: fc.constantFrom(null, "unsafe for the whole valley", "rare here, and always were"),
      sign: fc.constantFrom(-1, 1),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((list) =>
    list.map(({ text, parent, author, by, quote, sign }, index) => ({
      id: String(index),
      parentId: index === 0 || parent % 4 === 0 ? null : String(parent % index),
      author,
      markup: "md",
      text: text.join(" "),
      ...(by !== null && { reactions: [{ by, kind: "agree", quote, sign }] }),
    })),
  );

/** In either order, but in no ring: there what is seen of an answer depends on what was read before. */
export const commentLists = fc
  .tuple(forwards, fc.boolean())
  .map(([list, isTurned]) => (isTurned ? list.toReversed() : list));
