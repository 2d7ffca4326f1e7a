import { parentPort, workerData } from "node:worker_threads";
import { Engine } from "./engine.ts";
import type { EngineAnswer, EngineQuestion, EngineTask } from "./engine-protocol.ts";

/** Opens one copy of a graph and answers questions on it, so that neither holds up the thread that asks. */
function serve({ path }: EngineTask): void {
  const engine = Engine.openCopy(path);
  parentPort?.on("message", (question: EngineQuestion) => {
    answer(engine, question).then(
      (result) => tell({ number: question.number, result }),
      (error: unknown) => tell(failure(question.number, error)),
    );
  });
}

async function answer(engine: Engine, question: EngineQuestion): Promise<unknown> {
  if (question.ask === "run") return await engine.run(question.cypher, question.parameters);
  if (question.ask === "search")
    return await engine.searchText(question.label, question.query, question.count);
  engine.close();
  // Without a port to listen on the thread ends once its last answer is sent.
  parentPort?.unref();
  return null;
}

function failure(number: number, error: unknown): EngineAnswer {
  const { message, code } = error as NodeJS.ErrnoException;
  return { number, message: String(message), code: code ?? null };
}

function tell(news: EngineAnswer): void {
  parentPort?.postMessage(news);
}

try {
  serve(workerData as EngineTask);
  tell({ number: 0, result: null });
} catch (error) {
  tell(failure(0, error));
}
