import { z } from "zod";

/**
 * Where words stand in the input.
 *
 * For text formats `record` and `field` are null and the offsets count UTF-16 units in the decoded file.
 * Otherwise `record` names the line, JSON pointer or native id, `field` the field, and the offsets count in that
 * field's decoded value. `file` is a base name; `sourceId` tells apart files of one name.
 */
export const Origin = z
  .strictObject({
    sourceId: z.string(),
    file: z.string(),
    record: z.string().nullable(),
    field: z.string().nullable(),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  })
  .readonly();
export type Origin = z.output<typeof Origin>;

/**
 * Joins a text to the input that it was read from: stretches that stand in both, in order.
 *
 * A flat list of triples `[textStart, originStart, length, …]`, so that a store can keep it as a list of
 * integers. What lies between two stretches was dropped (markup, a carriage return) or made (a resolved entity).
 *
 *     origin  a &lt; b     text  a < b
 *     offsets [0, 0, 2,  2, 2, 0,  3, 6, 2]   the entity is a stretch of length 0: it maps to its start
 */
export const Offsets = z.array(z.int().nonnegative()).readonly();
export type Offsets = z.output<typeof Offsets>;
