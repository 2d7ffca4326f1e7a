import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** Bytes that are in use when all garbage is collected, so that it is the same however loaded the machine is. */
export function retainedBytes(): number {
  // Buffers are given back beside the program; the second collection waits for what the first one began.
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
