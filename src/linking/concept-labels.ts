import type { Concept } from "../model/claim.ts";
import { compareStrings } from "../model/id.ts";
import { normalForm } from "../text/tokens.ts";
import type { CorrectedGroup } from "./corrected-groups.ts";

/** At most so many wordings become labels beside those of the glossary. */
const mostForms = 12;

/**
 * The labels of a concept: what people call it, else the glossary's preferred label, else the form used most,
 * ties by code unit. Labels that people gave it are among the others, and those that they took from it are
 * not.
 *
 * Of two forms that differ only in the case of the first letter the more frequent stands for both.
 */
export function labelsOf({
  counts,
  entry,
  called,
  alsoCalled,
  notCalled,
}: CorrectedGroup): Pick<Concept, "prefLabel" | "altLabels" | "labels"> {
  const sums = new Map<string, number>();
  for (const { forms } of counts)
    for (const [form, count] of forms) sums.set(form, (sums.get(form) ?? 0) + count);
  for (const [form, count] of [...sums]) {
    const low = form.slice(0, 1).toLowerCase() + form.slice(1);
    const other = sums.get(low);
    if (low === form || other === undefined) continue;
    // The rarer is the other in an unusual place: "Reward" at the start of a sentence, "bitcoin" in haste.
    sums.set(other >= count ? low : form, other + count);
    sums.delete(other >= count ? form : low);
  }
  const used = [...sums]
    .sort(([a, countA], [b, countB]) => countB - countA || compareStrings(a, b))
    .map(([form]) => form);
  const usual = entry?.prefLabel ?? used[0] ?? "";
  const prefLabel = called ?? usual;
  const others = new Set([usual, ...(entry?.altLabels ?? []), ...used.slice(0, mostForms), ...alsoCalled]);
  others.delete(prefLabel);
  others.delete("");
  for (const label of others) if (notCalled.has(normalForm(label))) others.delete(label);
  const altLabels = [...others].sort(compareStrings);
  return { prefLabel, altLabels, labels: [prefLabel, ...altLabels] };
}
