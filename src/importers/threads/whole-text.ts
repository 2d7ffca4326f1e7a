import { AppError } from "../../errors.ts";
import { decodeText } from "../../text/decode.ts";
import type { ImportOptions, Input } from "../importer.ts";

/**
 * The decoded text of a page, which is parsed whole and so is one record for the limit.
 *
 * @throws AppError `import.record-too-large` for a longer one, and what `decodeText` throws.
 */
export async function readWholeText(input: Input, { maxRecordBytes }: ImportOptions): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const part of decodeText(input.open(), input.name)) {
    parts.push(part);
    length += part.length;
    if (length > maxRecordBytes)
      throw new AppError(
        "import.record-too-large",
        `${input.name}: a page is read whole, and this one has more than the ${maxRecordBytes} bytes allowed`,
        { hint: "Cut it up, or allow more with --max-record." },
      );
  }
  return parts.join("");
}
