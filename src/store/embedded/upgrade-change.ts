import type { Change, Extracted, Write } from "../../model/change.ts";

/** What a journal said of an extracted comment when one layer was all that a store held. */
interface OnceExtracted {
  readonly commentId: string;
  readonly fingerprint: string;
  readonly language: string | null;
}

/** A change as this code means it, of one that an earlier version wrote into a journal. */
export function upgradeChange(change: Change): Change {
  if (!change.writes.some(({ write }) => write === "save-extracted")) return change;
  return { writes: change.writes.map(upgradeWrite) };
}

function upgradeWrite(write: Write): Write {
  if (write.write !== "save-extracted") return write;
  return { write: "save-extracted", rows: write.rows.map(upgradeExtracted) };
}

/** An empty fingerprint marked a comment that nothing had read. */
function upgradeExtracted(row: Extracted | OnceExtracted): Extracted {
  if (!("fingerprint" in row)) return row;
  const { commentId, fingerprint, language } = row;
  return { commentId, fingerprints: fingerprint === "" ? [] : [fingerprint], language };
}
