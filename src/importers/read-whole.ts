import { AppError } from "../errors.ts";
import { decodeText } from "../text/decode.ts";
import type { ImportOptions, Input } from "./importer.ts";

/**
 * The text of an input whose parts refer to each other in both directions, such as a map drawn by people.
 *
 * @throws AppError `import.record-too-large` when it is longer than one record may be; else as `decodeText`.
 */
export async function readWhole(
  input: Input,
  { maxRecordBytes }: Pick<ImportOptions, "maxRecordBytes">,
): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const part of decodeText(input.open(), input.name)) {
    length += part.length;
    if (length > maxRecordBytes)
      throw new AppError(
        "import.record-too-large",
        `${input.name}: the map has more than the ${maxRecordBytes} characters allowed`,
        { hint: "Allow more with --max-record, or export the map in parts." },
      );
    // No store keeps NUL.
    parts.push(part.replaceAll("\0", "\ufffd"));
  }
  return parts.join("");
}
