import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseInput } from "../../src/parse-input.ts";

const Asked = z.strictObject({
  text: z.string().trim().min(1),
  kind: z.enum(["claim", "concept"]).default("claim"),
  limit: z.coerce.number<number>().int().min(1).max(1000).default(20),
  least: z.number().positive().lt(1).optional(),
  names: z.array(z.string().max(5)).max(2).optional(),
  isSure: z.boolean().optional(),
  id: z.union([z.string(), z.number()]).optional(),
  place: z.string().regex(/^\w+$/u, { error: "must be one word" }).optional(),
});

describe("parseInput", () => {
  it.each([
    [{ text: " " }, "text: must not be empty"],
    [{}, "text: is missing"],
    [{ text: 5 }, "text: must be text"],
    [{ text: "a", kind: "foo" }, "kind: must be one of claim, concept"],
    [{ text: "a", limit: "many" }, "limit: must be a number"],
    [{ text: "a", limit: "1.5" }, "limit: must be a whole number"],
    [{ text: "a", limit: "0" }, "limit: must be at least 1"],
    [{ text: "a", limit: "1001" }, "limit: must be at most 1000"],
    [{ text: "a", least: 0 }, "least: must be more than 0"],
    [{ text: "a", least: 1 }, "least: must be less than 1"],
    [{ text: "a", names: "b" }, "names: must be a list"],
    [{ text: "a", names: ["b", "c", "d"] }, "names: must have at most 2 entries"],
    [{ text: "a", names: ["abcdef"] }, "names.0: must have at most 5 characters"],
    [{ text: "a", isSure: "yes" }, "isSure: must be true or false"],
    [{ text: "a", id: true }, "id: must be text or a number"],
    [{ text: "a", place: "b c" }, "place: must be one word"],
    [{ text: "a", colour: 1, size: 2 }, 'there is no field "colour", "size"'],
    ["a", "must be an object"],
  ])("says of %j in plain words: %s", (value, problem) => {
    const options = { code: "cli.usage", place: "elenchus search", hint: "See --help." } as const;
    expect(() => parseInput(Asked, value, options)).toThrow(
      expect.objectContaining({ code: "cli.usage", message: `elenchus search: ${problem}` }),
    );
  });
});
