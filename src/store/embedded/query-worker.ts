import { AppError } from "../../errors.ts";
import { refuseOperators } from "../guard.ts";
import { mendQuery } from "../query-refusals.ts";
import { Engine } from "./engine.ts";
import { memoryExit, type QueryNews, type QueryTask } from "./query-protocol.ts";

/** How often the process measures itself, in milliseconds; its parent does so as well where it can. */
const measureEveryMs = 50;

/**
 * Answers one query of a user and ends. The engine cannot be interrupted, but this process can be killed.
 *
 * It lives no longer than its parent.
 */
process.once("message", (task: QueryTask) => {
  answer(task)
    .then(tell)
    .catch((error: unknown) => tell(refusal(error)))
    .finally(() => process.disconnect());
});
process.once("disconnect", () => process.exit());

async function answer({ path, cypher, parameters, maxRows, maxBytes }: QueryTask): Promise<QueryNews> {
  let engine: Engine;
  try {
    engine = Engine.openCopy(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { news: "absent" };
    throw error;
  }
  const residentBytes = process.memoryUsage.rss();
  await tell({ news: "opened", residentBytes });
  setInterval(() => {
    if (process.memoryUsage.rss() - residentBytes > maxBytes) process.exit(memoryExit);
  }, measureEveryMs).unref();
  refuseOperators(await engine.explain(cypher, parameters));
  return { news: "rows", result: await engine.runTable(cypher, parameters, maxRows) };
}

function refusal(error: unknown): QueryNews {
  if (error instanceof AppError)
    return { news: "refused", code: error.code, message: error.message, hint: error.hint };
  const message = engineMessage(String((error as Error).message));
  return {
    news: "refused",
    code: "query.invalid",
    message,
    hint: message.includes("Expected node ID in source column")
      ? "The engine cannot go on from a node without a label where nothing leads to it: label the inner nodes."
      : mendQuery,
  };
}

/**
 * The engine's message without its own codes; it counts lines from the word EXPLAIN, which stands before the
 * query.
 */
function engineMessage(message: string): string {
  return message
    .replace(/^(?:\w+ error: )?GRAFEO-\w+: /u, "")
    .replace(
      /(query:|^ *)(\d+)(?=:| \|)/gmu,
      (_match, before: string, line: string) => `${before}${Number(line) - 1}`,
    );
}

function tell(news: QueryNews): Promise<void> {
  return new Promise((resolve) => {
    if (process.send) process.send(news, undefined, undefined, () => resolve());
    else resolve();
  });
}
