import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../../src/errors.ts";
import { mapFiles } from "../../src/map-files.ts";
import type { Write } from "../../src/model/change.ts";
import { mapInputs } from "../../src/pipeline.ts";
import { authors } from "../../src/queries/authors.ts";
import type { Query } from "../../src/queries/query.ts";
import * as registry from "../../src/queries/registry.ts";
import { sources } from "../../src/queries/sources.ts";
import { applyWrites, type CypherRunner } from "../../src/store/apply-writes.ts";
import { cypherFile } from "../../src/store/cypher-files.ts";
import { openStore } from "../../src/store/registry.ts";
import type { Row, Store, StoreReader } from "../../src/store/store.ts";
import { fakeExtractor } from "../support/fake-extractor.ts";
import { emptyNeo4j, neo4jSkip, neo4jStore } from "../support/neo4j.ts";
import { onTwins, Tally } from "../support/parity.ts";
import { loading, randomGraph } from "../support/parity-graphs.ts";
import {
  noting,
  queryInputs,
  readParameters,
  restatedUrl,
  type Subjects,
  sharedFiles,
  subjectsOf,
} from "../support/parity-product.ts";
import { type RandomQuery, randomQuery } from "../support/parity-queries.ts";
import { everyWrite, refusedWrites, writeStatements } from "../support/parity-writes.ts";
import { debate } from "../support/store-debate.ts";
import * as make from "../support/store-records.ts";

const example = fileURLToPath(new URL("../../examples/debate.jsonl", import.meta.url));
/** Another one is tried with `ELENCHUS_PARITY_SEED`; a failure prints it. */
const seed = Number(process.env.ELENCHUS_PARITY_SEED ?? 20_261_121);
const graphs = 40;
const queriesPerGraph = 20;

/** Somebody else states a claim of the debate in the same words, so that one claim has two locutions. */
const restated = {
  id: "again",
  url: restatedUrl,
  author: "Again",
  createdAt: "2025-06-01T00:00:00Z",
  text: "RL is more dangerous than self-supervised learning.",
};
/** Those that the page asks too, and those of the command line alone. */
const queries = [...Object.values(registry), authors, sources] as unknown as readonly Query<never, never>[];

const report = (text: string) => process.stdout.write(`parity: ${text}\n`);

describe.skipIf(neo4jSkip !== null)("Neo4j and the embedded engine", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(`${tmpdir()}/elenchus-parity-`);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  describe("on the bundled debate", () => {
    let embedded: StoreReader;
    let neo4j: StoreReader;
    let subjects: Subjects;
    let stores: readonly [Store, Store];

    beforeAll(async () => {
      await emptyNeo4j();
      const again = `${folder}/again.jsonl`;
      await writeFile(again, JSON.stringify(restated));
      // The same comments in a file of other bytes: their texts have two origins each.
      await writeFile(`${folder}/copy.jsonl`, `${await readFile(example, "utf8")}\n`);
      stores = [await openStore(`embedded:${folder}/store`), neo4jStore()];
      for (const store of stores) {
        await mapFiles([example, again], store);
        await mapFiles([`${folder}/copy.jsonl`], store, { host: "debate.jsonl" });
      }
      embedded = await stores[0].openReader();
      neo4j = await stores[1].openReader();
      subjects = await subjectsOf(embedded);
    }, 300_000);
    afterAll(async () => {
      await embedded.close();
      await neo4j.close();
    });

    const ran = new Set<string>();
    const compareAnswers = async (what: string) => {
      const tally = new Tally();
      const inputs = queryInputs(subjects);
      for (const query of queries) {
        expect(inputs[query.id]?.length, `inputs for ${query.id}`).toBeGreaterThan(0);
        for (const input of inputs[query.id] ?? []) {
          const [ours, theirs] = await Promise.all([
            answer(query, noting(embedded, ran), input),
            answer(query, neo4j, input),
          ]);
          tally.compare([ours], [theirs], `${query.id} ${JSON.stringify(input)}`);
        }
      }
      report(`${queries.length} queries of the product ${what}, ${tally.questions} inputs`);
    };

    it("give the same answers to every query of the product, of one layer", () =>
      compareAnswers("on one layer"));

    it("give them of two layers, where people rejected some of what one found and merged two authors", async () => {
      const [relation = ""] = subjects.ids.relation;
      const [, claim = ""] = subjects.ids.claim;
      const [author = "", other = ""] = subjects.ids.author;
      const corrections = [
        make.correction("a", { action: "change", target: { kind: "author", id: other }, value: author }),
        make.correction("r", { action: "reject", target: { kind: "relation", id: relation } }),
        make.correction("c", { action: "reject", target: { kind: "claim", id: claim } }),
      ];
      for (const store of stores) {
        const writer = await store.openWriter({ onMessage: () => {} });
        const options = { extractor: fakeExtractor("llm"), glossary: [] };
        for await (const { change } of mapInputs([], writer.known, options)) await writer.apply(change);
        await writer.apply({ writes: [{ write: "save-corrections", rows: corrections }] });
        await writer.close();
      }
      await Promise.all([embedded.close(), neo4j.close()]);
      [embedded, neo4j] = [await stores[0].openReader(), await stores[1].openReader()];
      subjects = await subjectsOf(embedded);
      await compareAnswers("on two layers");
      const left = sharedFiles("queries").filter((id) => !ran.has(id));
      expect(left, "files that no input in queryInputs leads to").toEqual([]);
    });

    it("give the same rows to every read of the product", async () => {
      const tally = new Tally();
      const all = { after: "", limit: 20_000 };
      const rows = {
        relations: await embedded.run("records-relation-ids", all),
        stances: await embedded.run("records-stance-ids", all),
      };
      const files = sharedFiles("reads");
      for (const id of files) {
        const [statement = ""] = cypherFile(["reads"], id, "embedded").statements;
        const isOrdered = statement.includes("ORDER BY");
        for (const parameters of readParameters(id, subjects, rows))
          tally.compare(
            (await embedded.run(id, parameters)).map(bagged),
            (await neo4j.run(id, parameters)).map(bagged),
            `${id} ${JSON.stringify(parameters)}`,
            { isOrdered },
          );
      }
      report(`${files.length} reads of the product, ${tally.questions} questions, ${tally.rows} rows`);
    });
  });

  it("hold the same graph after every write of the product, and refuse alike what refers to nothing", async () => {
    await emptyNeo4j();
    const tally = new Tally();
    const refusals = new Tally();
    const written = new Set<string>();
    const ran = { embedded: new Set<string>(), neo4j: new Set<string>() };
    await onTwins(`${folder}/writes`, async ({ embedded, neo4j: [neo4j] }) => {
      const noted = (run: CypherRunner["run"], statements: Set<string>): CypherRunner => ({
        run: (cypher, parameters) => {
          statements.add(cypher);
          return run(cypher, parameters);
        },
      });
      const ours = noted(embedded, ran.embedded);
      const theirs = noted(neo4j, ran.neo4j);
      const compareGraphs = async (what: string) => {
        for (const dump of [
          "MATCH (n) WHERE NOT n:StoreMeta RETURN labels(n) AS labels, properties(n) AS properties",
          "MATCH (a)-[r]->(b) RETURN coalesce(a.id, a.key) AS a, type(r) AS type, properties(r) AS properties, coalesce(b.id, b.key) AS b",
        ])
          tally.compare(await embedded(dump), await neo4j(dump), `after ${what}`);
      };
      const saves = debate().full.writes;
      for (const [at, write] of everyWrite().entries()) {
        // The whole debate is stored by then.
        if (at === saves.length)
          for (const refused of refusedWrites()) {
            const [one, other] = [
              await refusalOf(ours, refused, "embedded"),
              await refusalOf(theirs, refused, "neo4j"),
            ];
            expect(one.code, JSON.stringify(refused)).toBe("store.write-failed");
            refusals.compare([one], [other], JSON.stringify(refused));
          }
        await applyWrites(ours, { writes: [write] }, "embedded");
        await applyWrites(theirs, { writes: [write] }, "neo4j");
        written.add(write.write);
        await compareGraphs(`${at} ${write.write}`);
      }
    });
    expect([...written].sort()).toEqual([...sharedFiles("writes")].sort());
    for (const statements of Object.values(ran))
      expect([...writeStatements()].filter((statement) => !statements.has(statement))).toEqual([]);
    report(
      `${written.size} kinds of write (${writeStatements().size} statements), ${refusals.questions} refused, ${tally.questions} dumps, ${tally.rows} rows`,
    );
  });

  it("give equal rows to random reads of random graphs", { timeout: 700_000 }, async () => {
    await emptyNeo4j({ keepsSchema: false });
    const tally = new Tally();
    const reads = fc.array(randomQuery, {
      minLength: queriesPerGraph,
      maxLength: queriesPerGraph,
      size: "max",
    });
    await onTwins(`${folder}/random`, ({ embedded, neo4j }) =>
      fc.assert(
        fc.asyncProperty(randomGraph, reads, async (graph, asked) => {
          for (const run of [embedded, neo4j[0]]) {
            await run("MATCH (n) DETACH DELETE n");
            for (const { cypher, rows } of loading(graph)) await run(cypher, { rows });
          }
          const answers = await Promise.all(
            neo4j.map(async (run, own) => {
              const mine = asked.filter((_, at) => at % neo4j.length === own);
              const rows: (readonly [RandomQuery, readonly Row[]])[] = [];
              for (const read of mine) rows.push([read, await run(read.cypher, read.parameters)]);
              return rows;
            }),
          );
          for (const [{ cypher, parameters, isOrdered }, rows] of answers.flat())
            tally.compare(
              await embedded(cypher, parameters),
              rows,
              `${cypher} ${JSON.stringify(parameters)}`,
              { isOrdered },
            );
        }),
        { seed, numRuns: graphs, interruptAfterTimeLimit: 600_000, markInterruptAsFailure: true },
      ),
    );
    expect(tally.questions).toBe(graphs * queriesPerGraph);
    expect(tally.rows).toBeGreaterThan(tally.questions);
    report(`seed ${seed}: ${graphs} random graphs, ${tally.questions} queries, ${tally.rows} rows`);
  });
});

/**
 * What a query answers, or the code with which it refuses.
 *
 * Of a search it is what was found: scores and so the ranks are each engine's own.
 */
async function answer(query: Query<never, never>, reader: StoreReader, input: object): Promise<Row> {
  try {
    const output: unknown = await query.run(
      reader,
      (query.input as { parse(value: object): never }).parse(input),
    );
    if (query.id !== "search") return { answer: JSON.stringify(output) };
    const { items } = output as { items: readonly { claim?: { id: string }; concept?: { id: string } }[] };
    return { answer: items.map(({ claim, concept }) => claim?.id ?? concept?.id ?? "").sort() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { refused: error.code };
  }
}

/** With what a write is refused; `{}` when it is not. What it did before that stays, on both engines. */
async function refusalOf(runner: CypherRunner, write: Write, engine: string): Promise<Row> {
  try {
    await applyWrites(runner, { writes: [write] }, engine);
    return {};
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, message: error.message };
  }
}

/** A row whose lists are compared without their order, which only those in properties have. */
function bagged(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [Array.isArray(value) ? `bag ${name}` : name, value]),
  );
}
