import type { Resemblance } from "../../../text/resemblance.ts";
import { type Naming, namedSurely } from "./named-surely.ts";
import type { Passage } from "./passages.ts";
import { nothingMeant, type StatementsMeant, statementsMeant } from "./statements-meant.ts";
import { type Traits, traitsOf } from "./traits.ts";
import type { Unit } from "./units.ts";

/**
 * A statement of a passage, and one that it may answer.
 *
 * `position` counts from 0 in the passage, `target` among what it may answer. `near` is the resemblance of
 * the two, 0 to 1; `nearAfter` that of the nearer of the two statements that follow; `nearest` the most of
 * any target, `nearestSource` of any statement of the passage. `rank` counts the targets that are nearer.
 * `meant` are the targets that the statement names, `meantBefore` those that the one before it in its
 * paragraph does; `naming` tells how it names the target where nothing else can be meant, else it is null.
 */
export interface AnswerPair {
  readonly passage: Passage;
  readonly from: Unit;
  readonly to: Unit;
  readonly fromTraits: Traits;
  readonly toTraits: Traits;
  readonly position: number;
  readonly target: number;
  readonly near: number;
  readonly nearAfter: number;
  readonly nearest: number;
  readonly nearestSource: number;
  readonly rank: number;
  readonly meant: StatementsMeant;
  readonly meantBefore: StatementsMeant;
  readonly naming: Naming | null;
}

/**
 * Each statement of a passage with each that it may answer, in reading order; one at a time, for they may be
 * many.
 */
export function* answerPairs(passage: Passage, resemblance: Resemblance): Generator<AnswerPair> {
  const { units, targets } = passage;
  const rows = units.map((from) => targets.map((to) => resemblance.between(from.profile, to.profile)));
  const at = (position: number, target: number): number => rows[position]?.[target] ?? 0;
  const nearestSources = targets.map((_, target) =>
    rows.reduce((most, row) => Math.max(most, row[target] ?? 0), 0),
  );
  let meant = nothingMeant;
  for (const [position, from] of units.entries()) {
    const row = rows[position] ?? [];
    const nearest = Math.max(...row);
    const fromTraits = traitsOf(from);
    const meantBefore = units[position - 1]?.paragraph === from.paragraph ? meant : nothingMeant;
    meant = statementsMeant(from, targets);
    const named = namedSurely(from, passage);
    for (const [target, to] of targets.entries()) {
      const near = at(position, target);
      const naming = named.get(to) ?? null;
      if (near === 0 && naming === null && passage.aside === "around-quote") continue;
      yield {
        passage,
        from,
        to,
        fromTraits,
        toTraits: traitsOf(to),
        position: passage.aside === "named" ? from.index : position,
        target,
        near,
        nearAfter: Math.max(at(position + 1, target), at(position + 2, target)),
        nearest,
        nearestSource: nearestSources[target] ?? 0,
        rank: row.filter((other) => other > near).length,
        meant,
        meantBefore,
        naming,
      };
    }
  }
}
