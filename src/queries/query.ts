import type { z } from "zod";
import type { StoreReader } from "../store/store.ts";

/** A question that the product asks of a store: parameters in, a value out, both described by schemas. */
export interface Query<Input extends z.ZodType, Output extends z.ZodType> {
  readonly id: string;
  /** One line for the API description. */
  readonly describes: string;
  readonly input: Input;
  readonly output: Output;
  run(store: StoreReader, input: z.output<Input>): Promise<z.output<Output>>;
}
