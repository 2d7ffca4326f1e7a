import { copyStore } from "../store/copy.ts";
import { exitCodes, type Io } from "./io.ts";
import { openStoreAt } from "./open.ts";
import { print, say } from "./output.ts";
import { printable, printableLine } from "./printable.ts";
import { createProgress } from "./progress.ts";

/** Copies one store into another, whatever keeps them. */
export async function runCopy(
  io: Io,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const [source, target] = [await openStoreAt(io, from), await openStoreAt(io, to)];
  const progress = createProgress(io);
  const { rows, isStopped } = await copyStore(source, target, {
    onMessage: (message) => {
      progress.clear();
      say(io, printable(message));
    },
    onProgress: (written) => progress.show(`copying: ${written} records`),
    signal: io.signal,
  }).finally(() => progress.clear());
  if (isStopped) {
    say(io, printable(`Interrupted. ${target.url} holds a part; remove it before you copy again.`));
    io.setExitCode(exitCodes.interrupted);
    return;
  }
  await print(
    io,
    `copied ${printableLine(source.url)} to ${printableLine(target.url)}: ${rows} records, compared\n`,
  );
}
