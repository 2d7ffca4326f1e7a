import { AppError } from "../errors.ts";
import { decodeText } from "../text/decode.ts";
import type { ImportOptions, Input } from "./importer.ts";

/**
 * The text of an input that can only be read whole, and so is one record for the limit: a page, or a map
 * whose parts refer to each other in both directions. NUL becomes U+FFFD, since no store keeps it.
 *
 * @param what - names the input in the message: "a map".
 * @throws AppError `import.record-too-large` when it is longer than one record may be; else as `decodeText`.
 */
export async function readWhole(
  input: Input,
  { maxRecordBytes }: Pick<ImportOptions, "maxRecordBytes">,
  what: string,
): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const part of decodeText(input.open(), input.name)) {
    length += part.length;
    // No text has more UTF-16 units than bytes.
    if (length > maxRecordBytes)
      throw new AppError(
        "import.record-too-large",
        `${input.name}: ${what} is read whole, and this one has more than the ${maxRecordBytes} bytes allowed`,
        {
          hint: "If it is another format, name it with --from; else cut it up or allow more with --max-record.",
        },
      );
    parts.push(part.replaceAll("\0", "\ufffd"));
  }
  return parts.join("");
}
