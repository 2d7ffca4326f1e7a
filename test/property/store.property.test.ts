import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Write } from "../../src/model/change.ts";
import type { Locution } from "../../src/model/claim.ts";
import { type RelationKind, relationKinds } from "../../src/model/relation.ts";
import { EmbeddedStore } from "../../src/store/embedded/embedded-store.ts";
import { applyTo, recordsIn } from "../support/in-store.ts";
import { expectedRecords } from "../support/store-expected.ts";
import * as make from "../support/store-records.ts";

/** Text as forums have it: emoji, carriage returns, spaces that do not break, combining marks, quotation marks. */
const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
      fc.constantFrom(
        "👩‍👩‍👧",
        "e\u0301",
        "\u00a0",
        "\r\n",
        "'",
        '"',
        "\\",
        "$x",
        "{}",
        "\u0000",
        "\u2028",
        "\ufeff",
      ),
    ),
    { minLength: 4, maxLength: 20 },
  )
  .map((parts) => `${parts.join(" ")} end`);

interface Draft {
  readonly text: string;
  readonly author: number;
  readonly parent: number;
  readonly cut: number;
  readonly merges: number;
  readonly relations: readonly { readonly to: number; readonly kind: RelationKind }[];
  readonly concepts: readonly number[];
}

const drafts: fc.Arbitrary<readonly Draft[]> = fc.array(
  fc.record({
    text: words,
    author: fc.nat(3),
    parent: fc.nat(30),
    cut: fc.nat(10),
    merges: fc.nat(6),
    relations: fc.array(fc.record({ to: fc.nat(30), kind: fc.constantFrom(...relationKinds) }), {
      maxLength: 3,
    }),
    concepts: fc.array(fc.nat(4), { maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 8 },
);

/** A graph in which everything refers to what was drafted before it; author 0 is nobody. */
function writesOf(all: readonly Draft[]): readonly Write[] {
  const authors = ["ada", "bob", "éve"].map(make.author);
  const concepts = [0, 1, 2, 3, 4].map((n) => make.concept(`k${n}`, { broader: n > 0 ? [`k${n - 1}`] : [] }));
  const comments = all.map(({ text, author, parent }, index) =>
    make.comment(`c${index}`, index, {
      text,
      authorId: authors[author - 1]?.id ?? null,
      parentId: parent < index ? `c${parent}` : null,
    }),
  );
  const locutions: Locution[] = [];
  for (const [index, comment] of comments.entries()) {
    const { cut = 0, merges = 0 } = all[index] ?? {};
    const middle = Math.max(1, Math.min(cut, comment.text.length - 1));
    const earlier = locutions[merges];
    locutions.push(make.locution(comment, 0, middle));
    locutions.push(
      make.locution(comment, middle, comment.text.length, earlier ? { claimId: earlier.claimId } : {}),
    );
  }
  const claims = locutions.filter(({ id, claimId }) => id === claimId).map(make.claim);
  const relations = all.flatMap((draft, index) =>
    draft.relations.flatMap(({ to, kind }) => {
      const [from, end] = [locutions[index * 2], locutions[to]];
      return from && end && from !== end ? [make.relation(kind, from, end)] : [];
    }),
  );
  const mentions = all.flatMap((draft, index) =>
    draft.concepts.map((n, start) =>
      make.mention(comments[index] ?? make.comment("", 0), `k${n}`, start, start + 1),
    ),
  );
  const lastOf = <Row extends { readonly id: string }>(rows: readonly Row[]) => [
    ...new Map(rows.map((row) => [row.id, row])).values(),
  ];
  return [
    { write: "save-authors", rows: authors },
    { write: "save-concepts", rows: concepts },
    { write: "save-comments", rows: comments },
    { write: "save-versions", rows: comments.map((one) => make.version(one)) },
    { write: "save-claims", rows: claims },
    { write: "save-locutions", rows: locutions },
    { write: "save-relations", rows: lastOf(relations) },
    { write: "save-mentions", rows: lastOf(mentions) },
    { write: "save-abouts", rows: claims.map(({ id }, n) => ({ claimId: id, conceptIds: [`k${n % 5}`] })) },
  ];
}

describe("any graph in the embedded store", () => {
  it("comes back as it was saved, in one change or in many, once or twice, rebuilt or compacted", async () => {
    await fc.assert(
      fc.asyncProperty(drafts, fc.boolean(), async (all, inOne) => {
        const directory = await mkdtemp(`${tmpdir()}/elenchus-property-`);
        try {
          const store = new EmbeddedStore(directory);
          const writes = writesOf(all);
          const expected = expectedRecords(writes);
          const changes = inOne ? [{ writes }] : writes.map((write) => ({ writes: [write] }));
          await applyTo(store, ...changes);
          expect(await recordsIn(store)).toEqual(expected);
          await applyTo(store, ...changes);
          expect(await recordsIn(store)).toEqual(expected);

          // Take away what a comment says, and say it again.
          const gone: Write = { write: "remove-extractions", rows: [{ commentId: `c${all.length - 1}` }] };
          await applyTo(store, { writes: [gone] }, { writes });
          expect(await recordsIn(store)).toEqual(expected);

          await store.maintenance.compact({ onMessage: () => {} });
          expect(await recordsIn(store)).toEqual(expected);
          await store.maintenance.rebuild({ onMessage: () => {} });
          expect(await recordsIn(store)).toEqual(expected);
        } finally {
          await rm(directory, { recursive: true, force: true });
        }
      }),
      { numRuns: 12 },
    );
  });
});
