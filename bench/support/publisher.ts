// Adds one person to the store argv[2] and publishes, as a map does in a process of its own beside a server;
// says on stdout how long publishing took, in milliseconds.
import { openStore } from "../../src/store/registry.ts";
import * as make from "../../test/support/store-records.ts";

const [, , path] = process.argv;
if (!path) throw new Error("usage: publisher STORE");
const writer = await (await openStore(path)).openWriter({ onMessage: () => {} });
await writer.apply(make.change({ write: "save-authors", rows: [make.author("forum:late")] }));
const began = performance.now();
await writer.publish();
const took = performance.now() - began;
await writer.close();
console.log(took.toFixed(0));
