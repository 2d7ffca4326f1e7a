import { writeSync } from "node:fs";
import { EmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import { author, change, claim, comment, locution, version } from "./store-records.ts";

/**
 * Writes one comment after the other to the store at `path`, and names each on stdout once it is acknowledged.
 *
 * Its clock stands still between changes and jumps at every `publishEvery`th, so that publications fall in
 * between.
 */
const [path = "", from = "0", publishEvery = "3"] = process.argv.slice(2);
let now = 0;
const store = new EmbeddedStore(path, { now: () => now });
const writer = await store.openWriter({ onMessage: () => {} });
await writer.apply(change({ write: "save-authors", rows: [author("ada")] }));
for (let seq = Number(from); ; seq += 1) {
  const one = comment(`c${seq}`, seq, {
    authorId: "ada",
    text: `Words number ${seq}. ${"More words. ".repeat(seq % 50)}`,
  });
  const said = locution(one, 0, 12);
  await writer.apply(
    change(
      { write: "save-comments", rows: [one] },
      { write: "save-versions", rows: [version(one)] },
      { write: "save-claims", rows: [claim(said)] },
      { write: "save-locutions", rows: [said] },
    ),
  );
  // Synchronous, so that a kill cannot lose the name of what was acknowledged.
  writeSync(1, `${one.id}\n`);
  if (seq % Number(publishEvery) === 0) {
    now += 1_000_000;
    await writer.publish();
  }
}
