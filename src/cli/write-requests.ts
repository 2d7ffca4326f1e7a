import { resolve } from "node:path";
import type { Io } from "./io.ts";
import { print, say } from "./output.ts";
import { writeWhole } from "./write-whole.ts";

/** Writes lines of requests to a file, or to standard output for -, and says how many. */
export async function writeRequestFile(
  io: Io,
  file: string,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  let count = 0;
  const counted = async function* () {
    for await (const line of lines) {
      count++;
      yield line;
    }
  };
  if (file === "-") for await (const line of counted()) await print(io, line);
  else {
    await writeWhole(resolve(io.cwd, file), counted());
    say(io, `wrote ${count === 1 ? "1 request" : `${count} requests`} to ${file}`);
  }
}
