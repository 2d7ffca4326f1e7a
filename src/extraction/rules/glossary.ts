import { z } from "zod";
import { AppError } from "../../errors.ts";
import { GlossaryEntry } from "../../model/glossary.ts";
import { parseInput } from "../../parse-input.ts";
import { glossaryTable } from "./glossary-table.ts";

/** The terms that come with Elenchus: abbreviations whose long form people seldom write, and words of AI safety. */
export const shippedGlossary: readonly GlossaryEntry[] = glossaryTable
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line !== "")
  .map((line) => {
    const [labels = "", broader = ""] = line.split("<");
    const [prefLabel = "", ...altLabels] = names(labels, "=");
    return { prefLabel, altLabels, broader: names(broader, ",") };
  });

function names(list: string, separator: string): string[] {
  return list
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** Short forms that are no terms of any field, however often they stand in capitals. */
export const noTerms: ReadonlySet<string> = new Set(
  `afaict afaik afaiu afk ama asap atm bbl bc brb btw cmv cya dm dms eg eli5 ergo eta etc faq ffs fml ftfy fwiw fyi gg gtg hth icymi idc idk ie iirc iiuc
  imho imo imv irl iow istm jfc jk lmao lmfao lmk lol mfw mods nb ngl np nsfw nvm ofc omfg omg op ops otoh pls pm pms ps psa rip rofl rt smh srsly
  tba tbd tbf tbh tfw thx tia til tldr tl;dr tl dr tmi ttyl ty tyvm w.r.t wdym wrt wtf yeah yeh obv ymmv yolo`.split(
    /\s+/,
  ),
);

const Glossary = z.array(GlossaryEntry);

/**
 * Reads a user's glossary: a JSON list of `{ prefLabel, altLabels?, broader? }`.
 *
 * Its entries stand before the shipped ones, and where two name the same label the first one has it.
 *
 * @param place - the file, for the message.
 * @throws AppError `extraction.glossary-invalid` when the text is not JSON or not such a list.
 */
export function parseGlossary(text: string, place: string): readonly GlossaryEntry[] {
  const hint = 'Write a list such as [{ "prefLabel": "reinforcement learning", "altLabels": ["RL"] }].';
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("extraction.glossary-invalid", `${place}: not JSON: ${reason}`, { hint, cause });
  }
  return parseInput(Glossary, value, { code: "extraction.glossary-invalid", place, hint });
}
