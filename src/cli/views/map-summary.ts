import type { MapOutcome } from "../../map-files.ts";
import type { SummaryOutput } from "../../queries/summary.ts";
import { printableLine } from "../printable.ts";
import { type Cell, layOutTable } from "../table.ts";

export type Counts = SummaryOutput["counts"];

/** What a run did and what the store holds now, with what was added. */
export function mapSummaryLines(
  {
    outcome,
    before,
    after,
    isDryRun,
    store,
  }: {
    readonly outcome: MapOutcome;
    readonly before: Counts | null;
    /** Null while the store is empty. */
    readonly after: Counts | null;
    readonly isDryRun: boolean;
    readonly store: string;
  },
  width: number | null,
): readonly string[] {
  const { inputs, mapped, isChanged, isStopped, diagnostics } = outcome;
  const files = inputs === 1 ? `${mapped} of 1 input` : `${mapped} of ${inputs} inputs`;
  const done = isStopped
    ? "stopped while mapping into"
    : isDryRun
      ? `would map ${files} into`
      : `mapped ${files} into`;
  const faults = diagnostics.length === 1 ? "1 diagnostic" : `${diagnostics.length} diagnostics`;
  return [
    `${done} ${printableLine(store)}: ${isChanged ? "" : "nothing changed, "}${faults}`,
    "",
    ...(after === null
      ? ["No comment was found in what was read: the store is empty."]
      : countTable(after, before, { change: isDryRun ? "would be new" : "new", width })),
  ];
}

/** What a store holds, with what was added under the title `change`. */
export function countTable(
  after: Counts,
  before: Counts | null,
  { change, width }: { readonly change: string; readonly width: number | null },
): readonly string[] {
  return layOutTable(
    [
      { key: "thing", title: "" },
      { key: "count", title: "in the store", align: "right" },
      { key: "change", title: change, align: "right" },
    ],
    countRows(after, before),
    { width },
  );
}

function countRows(after: Counts, before: Counts | null): readonly (readonly Cell[])[] {
  const row = (name: string, now: number, then: number | undefined): readonly Cell[] => {
    const change = now - (then ?? 0);
    return [name, now, change > 0 ? `+${change}` : String(change)];
  };
  return [
    row("comments", after.comments, before?.comments),
    row("authors", after.authors, before?.authors),
    row("quotes", after.quotes, before?.quotes),
    row("claims", after.claims, before?.claims),
    row("concepts", after.concepts, before?.concepts),
    ...Object.entries(after.relations).map(([kind, count]) =>
      row(kind, count, before?.relations[kind as keyof Counts["relations"]]),
    ),
    row("stances for", after.stances.for, before?.stances.for),
    row("stances against", after.stances.against, before?.stances.against),
  ];
}
