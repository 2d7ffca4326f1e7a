import { type ModelReading, requestLines } from "../extract-stored.ts";
import type { BatchFormat } from "../extraction/llm/model-options.ts";
import type { Io } from "./io.ts";
import { say } from "./output.ts";
import { writeRequestFile } from "./write-requests.ts";

export interface RequestFileOptions {
  readonly requests?: string;
  readonly format?: BatchFormat;
  readonly unanswered?: boolean;
}

/**
 * Writes what a model would be asked about what is stored, and says about what it cannot be asked a second
 * time yet.
 */
export async function writeRequestsOf(
  io: Io,
  reading: ModelReading,
  { requests = "-", format = "plain", unanswered = false }: RequestFileOptions,
): Promise<void> {
  let open = 0;
  const onUnanswered = () => {
    open++;
  };
  const lines = requestLines(reading, { format, isUnansweredOnly: unanswered, onUnanswered });
  await writeRequestFile(io, requests, lines);
  if (open > 0)
    say(
      io,
      `${open === 1 ? "1 request has" : `${open} requests have`} no answer yet, and an answer is what can be looked at again: ask without --verify first`,
    );
}
