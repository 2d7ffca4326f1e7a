import { z } from "zod";
import { ConceptItem, limit, listOf } from "./shapes.ts";

export const ConceptsInput = z.strictObject({ limit: limit(50) }).readonly();

/** The concepts of a store, most salient first. */
export const ConceptsOutput = listOf(ConceptItem);
export type ConceptsOutput = z.output<typeof ConceptsOutput>;
