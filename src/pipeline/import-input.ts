import { AppError } from "../errors.ts";
import type { Importer, ImportOptions, Input } from "../importers/importer.ts";
import { hashInput } from "../importers/input.ts";
import { ChangeBuilder } from "../linking/change-builder.ts";
import type { IdentifiedDraft } from "../linking/drafted-comment.ts";
import { planRecut } from "../linking/forgetting/plan-recut.ts";
import { GraphIntake } from "../linking/graph-intake.ts";
import { type Placement, placeComments } from "../linking/place-comments.ts";
import { placeFeed } from "../linking/place-feed.ts";
import type { Source } from "../model/comment.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ImportRecord } from "../model/draft.ts";
import { hashId } from "../model/id.ts";
import { paragraphKey } from "../text/keys.ts";
import { batches } from "./batches.ts";
import { type Run, type Step, stepOf } from "./run.ts";

/** How many records one change holds: enough to make batches worth it, few enough to lose little when cut off. */
const recordsPerChange = 500;

/** An input with the importer that reads it. */
export interface MapInput {
  readonly input: Input;
  readonly importer: Importer;
  /** Stands before native ids. */
  readonly host: string;
  /** Whether the user named the host, which then also stands for a site that the format names. */
  readonly isHostGiven: boolean;
  /** When the input was taken, `2023-07` or finer; orders sources without dates. */
  readonly captured: string | null;
  readonly author: string | null;
  /** Which column of a table holds which field of a comment. */
  readonly columns: ReadonlyMap<string, string>;
  readonly maxRecordBytes: number;
}

/**
 * Reads one input and plans where its records stand beside what is stored.
 *
 * An input that cannot be read ends in a step with its failure; what was read of it before stays.
 */
export async function* importInput(run: Run, mapInput: MapInput): AsyncGenerator<Step> {
  const { input, importer, isHostGiven, author, columns, maxRecordBytes } = mapInput;
  let done = 0;
  const diagnostics = { errors: 0, warnings: 0, notes: 0 };
  try {
    const [source, others] = await openSource(run, mapInput);
    run.sources.set(source.id, source);
    const { host } = source;
    if (host !== mapInput.host) yield copyStep(run, input.name, host);
    const options: ImportOptions = { host, isHostGiven, author, columns, maxRecordBytes };
    const intake = new GraphIntake(run.known);
    let { nextSeq } = await run.known.counts();
    // What a map states of comments is held against their texts, which must be stored by then.
    const cutsBefore = (next: ImportRecord, last: ImportRecord) =>
      next.kind === "graph" && last.kind !== "graph";
    for await (const records of batches(importer.read(input, options), recordsPerChange, { cutsBefore })) {
      const about = { subject: input.name, done };
      for (const record of records)
        if (record.kind === "diagnostic") diagnostics[`${record.diagnostic.severity}s`]++;
        else if (record.kind === "feed" && record.feed.areStartsSet) {
          const recut = await planRecut(record.feed, source, run.known);
          for (const id of recut?.left.corrections ?? []) run.unsettled.add(id);
          // An open source makes any later run link what is left, should this one be cut off.
          recut?.change.add("save-sources", { ...source, isComplete: false });
          if (recut) yield stepOf(run, recut.change, { stage: "import", ...about });
        }
      const placement = await place(run, records, source.id, intake, nextSeq);
      nextSeq = placement.nextSeq;
      done += records.filter(({ kind }) => kind !== "diagnostic").length;
      const current = run.sources.get(source.id) ?? source;
      // A graph brings the sources of its comments along and is none itself.
      if (!placement.change.isEmpty && records.some(({ kind }) => kind === "comment" || kind === "feed"))
        placement.change.add("save-sources", ...others.splice(0), current);
      yield stepOf(run, placement.change, {
        stage: "import",
        subject: input.name,
        done,
        diagnostics: placement.diagnostics,
      });
    }
    const last = await intake.finish();
    const stored = (await run.known.sources()).find(({ id }) => id === source.id);
    if (stored !== undefined && stored.diagnostics === undefined) {
      const read = { ...(run.sources.get(source.id) ?? stored), diagnostics };
      run.sources.set(source.id, read);
      last.add("save-sources", read);
    }
    yield stepOf(run, last, { stage: "import", subject: input.name, done });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    yield {
      stage: "import",
      change: { writes: [] },
      subject: input.name,
      done,
      diagnostics: [],
      failure: error,
    };
  }
}

/** Says that an input is a copy of one that was read before. */
function copyStep(run: Run, name: string, host: string): Step {
  const message = `${name} holds the same bytes as ${host} and is read as that; --source NAME keeps it apart`;
  const about = { severity: "note", code: "import.copy", place: name, commentId: null, span: null } as const;
  return stepOf(run, new ChangeBuilder(), {
    stage: "import",
    subject: name,
    done: 0,
    diagnostics: [{ ...about, message }],
  });
}

/**
 * The source record of an input: the stored one when the same bytes were imported before under this host, or under
 * any where the user names none, as a copy has another name; else a new one, ranked by its date among those that
 * have one, or last. Sources that move back are returned beside it.
 */
async function openSource(
  run: Run,
  { input, importer, host, isHostGiven, captured }: MapInput,
): Promise<[Source, Source[]]> {
  const content = await hashInput(input);
  const idUnder = (name: string): string => hashId("source", name, content);
  const id = idUnder(host);
  const stored = await run.known.sources();
  const all = [...stored, ...run.sources.values()];
  const before =
    all.find((one) => one.id === id) ??
    (isHostGiven ? undefined : all.find((one) => one.id === idUnder(one.host)));
  if (before) return [before, []];
  const ranks = stored.map(({ rank }) => rank);
  const later =
    captured === null ? [] : stored.filter((one) => one.captured !== null && one.captured > captured);
  const rank = later.length > 0 ? Math.min(...later.map((one) => one.rank)) : Math.max(-1, ...ranks) + 1;
  const moved = stored.filter((one) => one.rank >= rank).map((one) => ({ ...one, rank: one.rank + 1 }));
  for (const source of moved) if (run.sources.has(source.id)) run.sources.set(source.id, source);
  const source: Source = {
    id,
    file: input.name,
    format: importer.id,
    host,
    captured,
    rank,
    authorId: null,
    bioKey: null,
    isComplete: false,
  };
  return [source, moved];
}

async function place(
  run: Run,
  records: readonly ImportRecord[],
  sourceId: string,
  intake: GraphIntake,
  firstSeq: number,
): Promise<Placement> {
  const change = new ChangeBuilder();
  const diagnostics: Diagnostic[] = [];
  let nextSeq = firstSeq;
  const take = (placement: Placement) => {
    change.append(placement.change);
    diagnostics.push(...placement.diagnostics);
    nextSeq = placement.nextSeq;
  };
  const source = () => {
    const current = run.sources.get(sourceId);
    if (!current) throw new Error(`source ${sourceId} is not open`);
    return current;
  };
  const comments: IdentifiedDraft[] = [];
  const graph = records.flatMap((record) => (record.kind === "graph" ? [record.record] : []));
  for (const record of records) {
    if (record.kind === "diagnostic") diagnostics.push(record.diagnostic);
    if (record.kind === "comment") {
      const { comment } = record;
      const key = paragraphKey(comment.text.split(/\n\s*\n/u, 1)[0] ?? "");
      comments.push({
        ...comment,
        id: comment.id ?? `text:${hashId(key)}`,
        difference: "edit",
        paragraphKeys: comment.id ? null : [key],
      });
    }
    if (record.kind === "feed") {
      const placed = await placeFeed(record.feed, source(), run.known);
      run.sources.set(sourceId, placed.source);
      take(await placeComments(placed.drafts, placed.source, run.known, nextSeq));
    }
  }
  if (comments.length > 0) take(await placeComments(comments, source(), run.known, nextSeq));
  if (graph.length > 0) take(await intake.take(graph, nextSeq));
  return { change, diagnostics, nextSeq };
}
