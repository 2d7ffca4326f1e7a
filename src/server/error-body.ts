import type { ErrorRequestHandler } from "express";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { httpStatus } from "./http-status.ts";

/** What every refusal looks like. `code` is one of `ErrorCode`, or `server.bug` when the fault is ours. */
export const ErrorBody = z
  .strictObject({ code: z.string(), message: z.string(), hint: z.string() })
  .readonly();
export type ErrorBody = z.output<typeof ErrorBody>;

/** The codes that the body parser of express gives to its errors, as ours. */
const bodyErrors: Readonly<Record<string, "server.body-too-large" | "server.request-invalid">> = {
  "entity.too.large": "server.body-too-large",
  "entity.parse.failed": "server.request-invalid",
  "encoding.unsupported": "server.request-invalid",
  "charset.unsupported": "server.request-invalid",
  "request.aborted": "server.request-invalid",
  "request.size.invalid": "server.request-invalid",
};

/**
 * Turns what a route threw into an answer.
 *
 * @param onBug - told of everything that is not a refusal; its text never reaches the client.
 */
export function answerErrors(onBug: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const refusal = asRefusal(error);
    const status = refusal === null ? 500 : httpStatus(refusal.code);
    if (refusal === null || status === 500) onBug(error);
    const body: ErrorBody =
      refusal === null
        ? {
            code: "server.bug",
            message: "the server failed",
            hint: "See the server's own output for the cause.",
          }
        : { code: refusal.code, message: refusal.message, hint: refusal.hint };
    response.status(status).set("Cache-Control", "no-store").json(body);
  };
}

function asRefusal(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (!(error instanceof Error)) return null;
  const type = "type" in error && typeof error.type === "string" ? bodyErrors[error.type] : undefined;
  if (type !== undefined)
    return new AppError(type, `request body: ${error.message}`, {
      hint: "Send a small JSON object in UTF-8 with Content-Type: application/json.",
      cause: error,
    });
  if (error instanceof URIError)
    return new AppError("server.request-invalid", error.message, {
      hint: "Percent-encode the path in UTF-8.",
    });
  return null;
}
