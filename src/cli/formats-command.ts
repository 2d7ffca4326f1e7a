import { rankImporters } from "../importers/detect.ts";
import { openInputs } from "../importers/open-inputs.ts";
import { exitCodes, type Io } from "./io.ts";
import { printListing } from "./listing.ts";
import type { ListingOptions } from "./options.ts";
import { reportError, say } from "./output.ts";
import { printable } from "./printable.ts";
import { type DetectedFormat, detectedListing, formatsListing } from "./views/formats.ts";

export type FormatsOptions = Omit<ListingOptions, "limit">;

/** Lists the formats there are, or says of which format files are and how sure that is. */
export async function runFormats(io: Io, files: readonly string[], options: FormatsOptions): Promise<void> {
  if (files.length === 0) return printListing(io, options, formatsListing());
  const opened = await openInputs(files, { cwd: io.cwd, stdin: io.stdin, from: null });
  try {
    const detected: DetectedFormat[] = [];
    for (const { input, importer, certainty } of opened.inputs) {
      const others = (await rankImporters(input)).filter((guess) => guess.importer !== importer);
      detected.push({
        file: input.name,
        format: importer.id,
        certainty,
        others: others.map((guess) => ({ format: guess.importer.id, certainty: guess.certainty })),
      });
    }
    await printListing(io, options, detectedListing(detected));
    for (const { path, withoutFormat, withoutText } of opened.leftOut) {
      if (withoutText > 0) say(io, printable(`${path}: hidden or without text: ${withoutText}`));
      if (withoutFormat.length > 0)
        say(io, printable(`${path}: of no format that is sure: ${withoutFormat.join(", ")}`));
    }
    for (const { error } of opened.failures) reportError(io, error);
    if (opened.failures.length > 0) io.setExitCode(exitCodes.refused);
  } finally {
    await opened.close();
  }
}
