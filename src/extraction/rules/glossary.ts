import { z } from "zod";
import { AppError } from "../../errors.ts";
import { GlossaryEntry } from "../../model/glossary.ts";
import { parseInput } from "../../parse-input.ts";
import { parseGlossaryLines } from "./glossary-lines.ts";
import { glossaryTable } from "./glossary-table.ts";

/**
 * The terms that come with Elenchus: abbreviations whose long form people seldom write, and words of AI
 * safety.
 */
export const shippedGlossary: readonly GlossaryEntry[] = parseGlossaryLines(glossaryTable).entries;

/** Short forms that are no terms of any field, however often they stand in capitals, and contractions in haste. */
export const noTerms: ReadonlySet<string> = new Set(
  `afaict afaik afaiu afk ama asap atm bbl bc brb btw cmv cya dm dms eg eli5 ergo eta etc faq ffs fml ftfy fwiw fyi gg gtg hth icymi idc idk ie iirc iiuc
  imho imo imv irl iow istm jfc jk lmao lmfao lmk lol mfw mods nb ngl np nsfw nvm ofc omfg omg op ops otoh pls pm pms ps psa rip rofl rt smh srsly
  tba tbd tbf tbh tfw thx tia til tldr tl;dr tl dr tmi ttyl ty tyvm w.r.t wdym wrt wtf yeah yeh obv ymmv yolo
  im ive youre theyre weve dont doesnt didnt isnt arent wasnt cant wont wouldnt thats whats yo`.split(/\s+/),
);

const Glossary = z.array(GlossaryEntry);

const lineHint =
  'Write one term a line: "reinforcement learning = RL < machine learning". A line that begins with # is a remark.';
const jsonHint = 'Write a list such as [{ "prefLabel": "reinforcement learning", "altLabels": ["RL"] }].';

/**
 * Reads a user's glossary: one term a line (`parseGlossaryLines`), or a JSON list of
 * `{ prefLabel, altLabels?, broader? }`. A file is JSON by its name (`.json`) or by its first character.
 *
 * Its entries stand before the shipped ones, and where two name the same label the first one has it.
 *
 * @param place - the file, for the message.
 * @throws AppError `extraction.glossary-invalid`, with the place and the line, when an entry is none.
 */
export function parseGlossary(text: string, place: string): readonly GlossaryEntry[] {
  const plain = text.replace(/^\ufeff/, "");
  if (/\.json$/iu.test(place) || /^\s*[[{]/u.test(plain)) return parseJson(plain, place);
  const { entries, problems } = parseGlossaryLines(plain);
  if (problems.length === 0) return entries;
  const places = problems.slice(0, mostProblems).map(({ line, problem }) => `${place}:${line}: ${problem}`);
  const more = problems.length - places.length;
  const message = [...places, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
  throw new AppError("extraction.glossary-invalid", message, { hint: lineHint });
}

/** So many lines that are no entry are named. */
const mostProblems = 5;

function parseJson(text: string, place: string): readonly GlossaryEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("extraction.glossary-invalid", `${place}: not JSON: ${reason}`, {
      hint: jsonHint,
      cause,
    });
  }
  return parseInput(Glossary, value, { code: "extraction.glossary-invalid", place, hint: jsonHint });
}
