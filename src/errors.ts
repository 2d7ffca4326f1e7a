/**
 * Every way in which Elenchus refuses or reports, as `stage.problem`.
 *
 * Codes are part of the interface: tests and callers compare them, so they are added and never renamed.
 */
export type ErrorCode =
  // wrong use of a command or of the API
  | "cli.usage"
  | "config.invalid"
  // importing
  | "import.not-found"
  | "import.unreadable"
  | "import.empty"
  | "import.binary"
  | "import.encoding"
  | "import.format-unknown"
  | "import.format-unsure"
  | "import.record-invalid"
  | "import.record-too-large"
  | "import.record-skipped"
  | "import.field-unknown"
  | "import.version-unsupported"
  | "import.copy"
  | "import.duplicate-id"
  | "import.span-invalid"
  | "import.parent-missing"
  | "import.reference-missing"
  | "import.boundaries-invalid"
  | "import.boundary-unsure"
  // extraction and linking
  | "extraction.language"
  | "extraction.unknown-extractor"
  | "extraction.glossary-invalid"
  | "extraction.model-missing"
  | "extraction.model-unauthorized"
  | "extraction.model-refused"
  | "extraction.model-unreachable"
  | "extraction.model-limit"
  | "extraction.model-answer"
  | "extraction.model-waiting"
  | "extraction.cache-invalid"
  | "extraction.answers-invalid"
  | "extraction.thread-lost"
  | "linking.words-mismatch"
  | "linking.not-joinable"
  | "linking.not-partable"
  | "linking.corrections-overlap"
  // a sentence model of the user's own
  | "embeddings.runtime-missing"
  | "embeddings.model-invalid"
  | "embeddings.vocabulary-invalid"
  | "embeddings.cache-invalid"
  // the store
  | "store.url-invalid"
  | "store.scheme-unknown"
  | "store.not-found"
  | "store.empty"
  | "store.not-empty"
  | "store.unreadable"
  | "store.unwritable"
  | "store.locked"
  | "store.damaged"
  | "store.journal-damaged"
  | "store.version-unsupported"
  | "store.write-failed"
  | "store.unreachable"
  | "store.unauthorized"
  | "store.database-unknown"
  | "store.lock-lost"
  | "store.migration-missing"
  | "store.migration-changed"
  | "store.migration-pending"
  // reading
  | "query.id-unknown"
  | "query.id-ambiguous"
  | "query.invalid"
  | "query.not-read-only"
  | "query.timeout"
  | "query.memory"
  | "query.parameter-missing"
  | "query.no-match"
  | "query.unknown-layer"
  // writing files, serving
  | "export.unknown-format"
  | "export.unwritable"
  | "server.port-in-use"
  | "server.host-refused"
  | "server.origin-refused"
  | "server.token-required"
  | "server.request-invalid"
  | "server.body-too-large"
  | "server.busy"
  | "server.not-found"
  | "server.page-missing";

/**
 * A refusal that the user can act on.
 *
 * `message` says what happened and where (`dump.jsonl:17`, a comment id, a URL); `hint` says in one sentence
 * what to do next. Anything that the user cannot mend is a bug and stays a plain `Error`.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly hint: string;

  constructor(code: ErrorCode, message: string, { hint, cause }: { hint: string; cause?: unknown }) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
  }
}

/** Ends a `switch` over a union; the compiler refuses it while a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
