import type { Diagnostic } from "../model/diagnostic.ts";
import type { ImportRecord } from "../model/draft.ts";
import type { XmlEvent } from "./xml-elements.ts";

/** Codes of diagnostics that importers give. */
export type ImportProblem =
  | "import.encoding"
  | "import.field-unknown"
  | "import.format-unsure"
  | "import.record-invalid"
  | "import.record-skipped"
  | "import.record-too-large"
  | "import.reference-missing"
  | "import.span-invalid";

type ImportDiagnostic = Extract<ImportRecord, { kind: "diagnostic" }>;

/** A diagnostic as an importer yields it. `place` is `file:record`. */
export function report(
  severity: Diagnostic["severity"],
  code: ImportProblem,
  place: string,
  message: string,
  commentId: string | null = null,
): ImportDiagnostic {
  return { kind: "diagnostic", diagnostic: { severity, code, message, place, commentId, span: null } };
}

/** A text whose markup cannot be read. */
export function reportMarkup(
  place: string,
  problem: string,
  commentId: string | null = null,
): ImportDiagnostic {
  const message = `the markup was kept as plain text: ${problem}`;
  return report("warning", "import.record-invalid", place, message, commentId);
}

/** An element of a file of XML that cannot be read. */
export function reportElement(
  file: string,
  { isTooLarge, offset, message }: Extract<XmlEvent, { kind: "problem" }>,
): ImportDiagnostic {
  const code = isTooLarge ? "import.record-too-large" : "import.record-invalid";
  return report("error", code, `${file}, character ${offset}`, message);
}
