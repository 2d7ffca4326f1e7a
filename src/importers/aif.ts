import { readAif } from "./aif/read-map.ts";
import type { Importer } from "./importer.ts";

/**
 * A map in the JSON of AIFdb: nodes, edges, locutions and participants.
 *
 * `record` of a draft is the node's id, `field` its `text`.
 *
 * @see http://www.arg-tech.org/wp-content/uploads/2011/09/aif-spec.pdf
 */
export const aif: Importer = {
  id: "aif",
  describes: "an argument map in the JSON of AIFdb or OVA",
  keeps: ["id", "author", "time", "parent"],
  statesClaims: true,
  sniff: (head) => (isAif(head) && !/"AIF"\s*:/u.test(head) ? 0.97 : 0),
  read: (input, options) => readAif(input, options, "aif"),
};

/** Whether a head shows nodes of AIF: ids under their name and a type of theirs, or the edges beside them. */
export function isAif(head: string): boolean {
  if (!/^\s*\{/u.test(head) || !/"nodeID"\s*:/u.test(head)) return false;
  return /"type"\s*:\s*"(?:I|L|RA|CA|MA|TA|YA|PA)"/u.test(head) || /"(?:edges|fromID)"\s*:/u.test(head);
}
