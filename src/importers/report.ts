import type { Diagnostic } from "../model/diagnostic.ts";
import type { ImportRecord } from "../model/draft.ts";

/** Codes of diagnostics that importers give. */
export type ImportProblem =
  | "import.encoding"
  | "import.field-unknown"
  | "import.record-invalid"
  | "import.record-skipped"
  | "import.record-too-large"
  | "import.reference-missing"
  | "import.span-invalid";

/** A diagnostic as an importer yields it. `place` is `file:record`. */
export function report(
  severity: Diagnostic["severity"],
  code: ImportProblem,
  place: string,
  message: string,
  commentId: string | null = null,
): Extract<ImportRecord, { kind: "diagnostic" }> {
  return { kind: "diagnostic", diagnostic: { severity, code, message, place, commentId, span: null } };
}
