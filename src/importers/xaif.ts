import { readAif } from "./aif/read-map.ts";
import { isAif } from "./aif.ts";
import type { Importer } from "./importer.ts";

/**
 * A map in xAIF, the exchange format of argument mining tools: AIF in the member `AIF`, beside the text it is
 * drawn of.
 *
 * Words of nodes that are marked in the text, or stand in it once, are read from there: `record` of a draft
 * is then a JSON pointer to what holds the text (empty: the document) and `field` its name; else they are as
 * in AIF.
 *
 * @see https://wiki.arg.tech/books/open-amf/page/xaif
 */
export const xaif: Importer = {
  id: "xaif",
  describes: "an argument map with its text in xAIF JSON",
  keeps: ["id", "author", "time", "parent"],
  statesClaims: true,
  sniff: (head) => {
    if (/"AIF"\s*:\s*\{/u.test(head)) return isAif(head) ? 1 : 0.9;
    // A long text comes before the map.
    return /^\s*\{/u.test(head) && /<span[^>]*\bid=\\?["']node\w/u.test(head) ? 0.9 : 0;
  },
  read: (input, options) => readAif(input, options, "xaif"),
};
