// Maps the file argv[2] into the store argv[3] and says on stdout what was acknowledged: the number of comments
// whose import was applied. The parent kills this process at a moment of its choosing.
import { writeSync } from "node:fs";
import { mapFiles } from "../../src/map-files.ts";
import { openStore } from "../../src/store/registry.ts";

const [, , file, store] = process.argv;
if (!file || !store) throw new Error("usage: mapper FILE STORE");
await mapFiles([file], await openStore(store), {
  onStep: ({ stage, done }) => void writeSync(1, `${stage} ${done}\n`),
});
writeSync(1, "end\n");
