import type { ErrorCode } from "../errors.ts";

/**
 * What a refusal is called over HTTP.
 *
 * A code that is not listed cannot be caused by a request (it belongs to importing or to the command line), so
 * meeting it here is a bug and answers 500. A stopped query is 422: the request was understood, and it asks for
 * more than the server gives.
 */
const statusByCode: Partial<Record<ErrorCode, number>> = {
  "query.invalid": 400,
  "query.id-ambiguous": 400,
  "query.parameter-missing": 400,
  "query.not-read-only": 403,
  "query.id-unknown": 404,
  "query.no-match": 404,
  "query.unknown-layer": 404,
  "query.timeout": 422,
  "query.memory": 422,
  "server.request-invalid": 400,
  "server.token-required": 401,
  "server.host-refused": 403,
  "server.origin-refused": 403,
  "server.not-found": 404,
  "server.body-too-large": 413,
  "server.busy": 503,
  "server.page-missing": 503,
  "store.not-found": 409,
  "store.empty": 409,
  "store.damaged": 503,
  "store.locked": 503,
  "store.unreadable": 503,
  "store.unreachable": 503,
  "store.unauthorized": 503,
  "store.database-unknown": 503,
  "store.version-unsupported": 503,
  "store.migration-missing": 503,
  "store.migration-changed": 503,
  "store.migration-pending": 503,
  "store.lock-lost": 503,
};

export function httpStatus(code: ErrorCode): number {
  return statusByCode[code] ?? 500;
}
