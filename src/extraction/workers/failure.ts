import { AppError } from "../../errors.ts";
import type { Failure } from "./thread-protocol.ts";

/** An error in a form that a message between threads may carry. */
export function packError(error: unknown): Failure {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const refusal = error instanceof AppError ? { code: error.code, hint: error.hint } : null;
  return { message, stack: stack ?? null, refusal };
}

/** The error that was packed: a refusal is one again, and a bug shows where it was thrown. */
export function unpackError({ message, stack, refusal }: Failure): Error {
  if (refusal !== null) return new AppError(refusal.code, message, { hint: refusal.hint });
  return Object.assign(new Error(message), stack === null ? {} : { stack });
}
