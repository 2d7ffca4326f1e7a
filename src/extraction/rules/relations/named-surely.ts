import { type Pointer, pointerIn } from "../../../text/pointers.ts";
import { onlyDenies } from "./bare-denial.ts";
import { bareStance, cueText } from "./cues.ts";
import type { Passage } from "./passages.ts";
import { countOff, partsOf, referencesOf } from "./statements-meant.ts";
import { mostCompared } from "./targets.ts";
import { traitsOf } from "./traits.ts";
import type { Unit } from "./units.ts";

/**
 * By what a statement is named: the mark of its item ("your point 2"), its place among items, questions or
 * sentences ("your last question"), being the one that is pointed to ("that claim") or denied ("Not true."), or
 * giving the reason of the one step there is ("that does not follow").
 */
export type Naming = "mark" | "place" | "pointer" | "step";

/** Bare stances ("No.", "Fair point.") may stand before what points: among the first so many statements. */
const openingSeen = 3;
const nobody: ReadonlyMap<Unit, Naming> = new Map();
/** A mark that opens a sentence counts the speaker's own points. */
const opensWithMark = /^\s*\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[).]/iu;

/**
 * The statements that a statement of a passage names and that nothing else in it can be meant by; a point
 * counted where nothing is marked, or one of many with the same mark, is named by nothing. Linear in the
 * statements.
 */
export function namedSurely(from: Unit, passage: Passage): ReadonlyMap<Unit, Naming> {
  const { marks, ordinals, areOwn } = referencesOf(from);
  const { targets, quotes, aside } = passage;
  // Words between quotation marks are named by themselves, and what is counted or pointed to stands in the
  // quote, not around it.
  if (aside !== "around-quote" && quotes.length > 0 && quotes.every(({ how }) => how === "inline"))
    return nobody;
  const found = new Map<Unit, Naming>();
  if (!areOwn && !opensWithMark.test(from.text))
    for (const mark of marks) {
      const marked = targets.filter((unit) => unit.mark === mark);
      if (marked.length === 1 && marked[0]) found.set(marked[0], "mark");
    }
  if (aside === "around-quote") return found;
  // Of many statements only some are looked at, and they cannot be counted; nor is one an order.
  if (!areOwn && ordinals.length > 0 && targets.length > 1 && targets.length < mostCompared)
    for (const unit of counted(from, targets)) found.set(unit, "place");
  if (found.size > 0) return found;
  const denied = onlyOne(targets);
  if (passage.units.length === 1 && denied !== undefined && onlyDenies(from, denied))
    return new Map([[denied, "pointer"]]);
  const pointer = pointerIn(from.text);
  const pointed = pointer === null ? undefined : pointedTo(pointer, from, passage);
  return pointed === undefined ? nobody : new Map([[pointed, pointer === "step" ? "step" : "pointer"]]);
}

function counted(from: Unit, targets: readonly Unit[]): readonly Unit[] {
  const parts = partsOf(targets);
  const { ordinals } = referencesOf(from);
  const areMarked = parts.items.length > 1 || parts.counted.length > 1;
  // "The second sentence of your last paragraph" counts twice, and so does what is said of several parts.
  if (new Set(ordinals.map((ordinal) => ordinal.counted)).size > 1) return [];
  return ordinals.flatMap((ordinal) => {
    if (ordinal.counted === "paragraph" || (ordinal.counted === "point" && !areMarked)) return [];
    return countOff(ordinal, parts) ?? [];
  });
}

function pointedTo(pointer: Pointer, from: Unit, { units, targets }: Passage): Unit | undefined {
  // Behind own words it is these that "that" and "the former" point to, and "your argument" is all that was said.
  const isSaying = (unit: Unit): boolean => unit === from || !bareStance.test(cueText(unit.text));
  if (units.slice(0, openingSeen).find(isSaying) !== from) return undefined;
  if (pointer === "step") return premiseOfOnlyStep(targets);
  if (pointer === "former" || pointer === "latter") return oneOfTwo(targets, pointer === "former" ? 0 : 1);
  if (pointer === "claim") return onlyOne(targets);
  const wanted = pointer === "conclusion" ? "concludes" : "opensReason";
  return onlyOne(targets.filter((unit) => traitsOf(unit).has[wanted] === 1));
}

const onlyOne = (units: readonly Unit[]): Unit | undefined => (units.length === 1 ? units[0] : undefined);

function oneOfTwo(targets: readonly Unit[], at: number): Unit | undefined {
  const items = targets.filter(({ mark }) => mark !== null);
  return items.length === 2 ? items[at] : undefined;
}

/**
 * The reason of the one step that the words show: it stands before what opens with "so", or opens with
 * "because".
 */
function premiseOfOnlyStep(targets: readonly Unit[]): Unit | undefined {
  const premises = targets.flatMap((unit, at) => {
    const before = targets[at - 1];
    if (before === undefined) return [];
    const { concludes, opensReason } = traitsOf(unit).has;
    return concludes === 1 ? [before] : opensReason === 1 ? [unit] : [];
  });
  return onlyOne([...new Set(premises)]);
}
