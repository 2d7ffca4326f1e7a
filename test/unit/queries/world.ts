import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import type { Claim, Concept, Correction, Locution, Stance } from "../../../src/model/claim.ts";
import type { Comment, Version } from "../../../src/model/comment.ts";
import { relationId } from "../../../src/model/id.ts";
import type { Quote } from "../../../src/model/quote.ts";
import type { Relation, RelationKind } from "../../../src/model/relation.ts";
import { openStore } from "../../../src/store/registry.ts";
import type { StoreReader } from "../../../src/store/store.ts";
import {
  author,
  change,
  claim,
  comment,
  concept,
  correction,
  locution,
  quote,
  relation,
  source,
  stance,
  thread,
  version,
} from "../../support/store-records.ts";

/** A small store with the ids of its claims by the names that the notation gives them. */
export interface World {
  readonly reader: StoreReader;
  /** Locution and, unless it restates another, claim. */
  id(name: string): string;
  close(): Promise<void>;
}

const concepts: readonly Concept[] = [
  concept("rl", {
    prefLabel: "reinforcement learning",
    altLabels: ["RL"],
    labels: ["reinforcement learning", "RL"],
    salience: 1,
  }),
  concept("ssl", {
    prefLabel: "self-supervised learning",
    altLabels: ["SSL"],
    labels: ["self-supervised learning", "SSL"],
    salience: 0.9,
  }),
  concept("bio", { prefLabel: "brains", altLabels: [], labels: ["brains"], salience: 0.2, broader: ["rl"] }),
];

/**
 * Opens a store that holds a debate written down as:
 *
 *     harrow 2024-01-01 h1: RL is more dangerous than SSL. [rl ssl]     a comment with one claim and its concepts
 *     tessel 2024-01-02 t1 > h1: I doubt that RL is dangerous. [rl]     it answers the comment of h1
 *     wren - w1 = h1: RL is more dangerous than SSL. [rl]               undated; states the claim of h1 again
 *     wren 2024-01-03 w2 quotes: RL is safe. [rl]                       the claim stands in a quote of somebody unknown
 *     wren - w3 > h1: {You} say that RL is safe. [rl]                   it reports whom the braces name
 *     - - x1: Nobody signed this. []                                    a comment without an author
 *     t1 -disagrees-with 0.8-> h1
 *     wren for h1                                                       a stance
 *     wren for h1 by w1                                                 a stance that a relation from w1 shows
 *     reject t1 h1                                                      somebody says that a relation is wrong, or: accept
 */
export async function openWorld(notation: string): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "elenchus-test-"));
  const store = await openStore(join(folder, "store"));
  const records = parse(notation);
  const writer = await store.openWriter({ onMessage: () => {} });
  await writer.apply(
    change(
      { write: "save-sources", rows: [source("s1")] },
      { write: "save-authors", rows: records.authors.map(author) },
      { write: "save-threads", rows: [thread("t", "A debate")] },
      { write: "save-comments", rows: records.comments },
      { write: "save-versions", rows: records.versions },
      { write: "save-quotes", rows: records.quotes },
      { write: "save-claims", rows: records.claims },
      { write: "save-locutions", rows: [...records.locutions.values()] },
      { write: "save-concepts", rows: concepts },
      { write: "save-abouts", rows: records.abouts },
      { write: "save-relations", rows: records.relations },
      { write: "save-stances", rows: records.stances },
      { write: "save-corrections", rows: records.corrections },
    ),
  );
  await writer.close();
  const reader = await store.openReader();
  return {
    reader,
    id: (name) => saidAs(records.locutions, name).claimId,
    close: async () => {
      await reader.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens worlds, which are closed when their test is done. */
export function openWorlds(): (notation: string) => Promise<World> {
  const opened: World[] = [];
  afterEach(async () => {
    for (const world of opened.splice(0)) await world.close();
  });
  return async (notation) => {
    const world = await openWorld(notation);
    opened.push(world);
    return world;
  };
}

const saying =
  /^(?<who>\S+) (?<day>\S+) (?<name>\w+)(?: > (?<parent>\w+))?(?: = (?<same>\w+))?(?<quotes> quotes)?: (?<text>.*) \[(?<about>[\w ]*)\]$/;
const arrow = /^(?<from>\w+) -(?<kind>[a-z-]+) (?<confidence>[\d.]+)-> (?<to>\w+)$/;
const holding = /^(?<who>\w+) (?<stance>for|against|neutral) (?<target>\w+)(?: by (?<words>\w+))?$/;
const judging = /^(?<action>accept|reject) (?<from>\w+) (?<to>\w+)$/;

function parse(notation: string) {
  const authors = new Set<string>();
  const comments: Comment[] = [];
  const versions: Version[] = [];
  const quotes: Quote[] = [];
  const claims: Claim[] = [];
  const locutions = new Map<string, Locution>();
  const abouts: { claimId: string; conceptIds: readonly string[] }[] = [];
  const relations: Relation[] = [];
  const stances: Stance[] = [];
  const corrections: Correction[] = [];
  const lines = notation
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  for (const line of lines) {
    const said = saying.exec(line)?.groups;
    const related = arrow.exec(line)?.groups;
    const held = holding.exec(line)?.groups;
    const judged = judging.exec(line)?.groups;
    if (said !== undefined) {
      const [before = "", source, behind = ""] = (said.text ?? "").split(/[{}]/u);
      const text = before + (source ?? "") + behind;
      const authorId = said.who === "-" ? null : (said.who ?? "");
      if (authorId !== null) authors.add(authorId);
      const of = comment(`f:${said.name}`, comments.length, {
        text: `Well. ${text} Yes.`,
        authorId,
        threadId: "t",
        createdAt: said.day === "-" ? null : `${said.day}T00:00:00.000Z`,
        parentId: said.parent === undefined ? null : `f:${said.parent}`,
      });
      comments.push(of);
      versions.push(version(of));
      const [start, end] = [6, 6 + text.length];
      const from = start + before.length;
      const isQuoted = said.quotes !== undefined;
      const same = said.same === undefined ? undefined : saidAs(locutions, said.same);
      const quoted = quote(of, start, end);
      if (isQuoted) quotes.push(quoted);
      const words = locution(of, start, end, {
        ...(isQuoted ? { quoteId: quoted.id, speaker: null } : {}),
        ...(source === undefined ? {} : { reported: { start: from, end: from + source.length } }),
        ...(same === undefined ? {} : { claimId: same.claimId }),
      });
      locutions.set(said.name ?? "", words);
      if (same === undefined) claims.push(claim(words));
      abouts.push({ claimId: words.claimId, conceptIds: (said.about ?? "").split(" ").filter(Boolean) });
    } else if (related !== undefined)
      relations.push(
        relation(
          related.kind as RelationKind,
          saidAs(locutions, related.from),
          saidAs(locutions, related.to),
          {
            confidence: Number(related.confidence),
          },
        ),
      );
    else if (held !== undefined) {
      const { who = "", target, stance: side, words } = held;
      authors.add(who);
      const claimHeld = { kind: "claim" as const, id: saidAs(locutions, target).claimId };
      const evidence = words === undefined ? null : saidAs(locutions, words).id;
      stances.push(stance(who, claimHeld, { stance: side as Stance["stance"], evidence }));
    } else if (judged !== undefined) {
      const ends = [judged.from, judged.to].map((name) => saidAs(locutions, name).id);
      corrections.push(
        correction(line, {
          action: judged.action as Correction["action"],
          target: { kind: "relation", id: relationId("rules", ends[0] ?? "", ends[1] ?? "") },
          value: ends.join(" "),
        }),
      );
    } else throw new Error(`the notation has no such line: ${line}`);
  }
  return {
    authors: [...authors],
    comments,
    versions,
    quotes,
    claims,
    locutions,
    abouts,
    relations,
    stances,
    corrections,
  };
}

function saidAs(locutions: ReadonlyMap<string, Locution>, name: string | undefined): Locution {
  const found = locutions.get(name ?? "");
  if (found === undefined) throw new Error(`nothing is called ${name}`);
  return found;
}
