import { z } from "zod";

/**
 * A schema as JSON Schema, in the part of it that servers with strict output understand: everything is
 * required, and bounds of numbers are left to the words of the prompt.
 */
export function strictSchema(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.minimum;
      delete jsonSchema.maximum;
      delete jsonSchema.default;
    },
  });
  return rest;
}
