import { Worker } from "node:worker_threads";

/**
 * Starts a module of ours in a thread of its own, from the build as from the sources.
 *
 * @param module - the URL of the module that asks, `import.meta.url`.
 * @param name - the thread's module beside it, without its ending: `engine-worker`.
 */
export function startThread(module: string, name: string, workerData: unknown): Worker {
  if (module.endsWith(".js")) return new Worker(new URL(`./${name}.js`, module), { workerData });
  // Node 20 does not strip types, and what `--import` brings does not reach a thread: sources are loaded
  // through tsx there, which tests and development have.
  const tsx = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  const worker = JSON.stringify(new URL(`./${name}.ts`, module).href);
  const code = `import(${tsx}).then(({ register }) => { register(); return import(${worker}); });`;
  return new Worker(code, { eval: true, execArgv: [], workerData });
}
