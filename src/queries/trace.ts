import { loadClaims } from "./load/claims.ts";
import type { Query } from "./query.ts";
import { findClaim } from "./trace/find-claim.ts";
import { readLine } from "./trace/line.ts";
import { nearClaims } from "./trace/near.ts";
import { TraceInput, TraceOutput } from "./trace/shapes.ts";
import { notInLayer } from "./view/read-view.ts";
import { openView } from "./view/view-reader.ts";

export { TraceInput, TraceOutput };

/** Other claims that the words may have meant. */
const mostOthers = 4;

export const trace: Query<typeof TraceInput, typeof TraceOutput> = {
  id: "trace",
  describes: "One author's claim through its refinements, oldest first.",
  input: TraceInput,
  output: TraceOutput,
  /**
   * @throws AppError `query.no-match`; `query.id-ambiguous` for the start of several ids;
   * `query.unknown-layer`.
   */
  async run(whole, { claim: asked, author, limit, extractor = null, relations = "sure" }) {
    const store = await openView(whole, extractor, relations);
    const { id, authorIds, others } = await findClaim(store, asked, author);
    const line = await readLine(store, id, authorIds, relations);
    const [claim] = await loadClaims(store, [id]);
    if (claim === undefined) throw notInLayer(id, store.view);
    const isAlone = line.claimIds.length === 1;
    const near = isAlone ? await nearClaims(store, claim, line.authorIds) : [];
    const shown = new Set([...line.claimIds, ...near.map((one) => one.claim.id)]);
    return {
      claim,
      others: await loadClaims(store, others.filter((other) => !shown.has(other)).slice(0, mostOthers)),
      total: line.steps.length,
      steps: line.steps.slice(0, limit),
      isAlone,
      suggestions: line.suggestions,
      near,
    };
  },
};
