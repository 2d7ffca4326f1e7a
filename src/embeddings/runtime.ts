import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AppError } from "../errors.ts";

/** Numbers with the sizes of their dimensions, as the runtime takes and gives them. */
export interface Tensor {
  readonly data: unknown;
  readonly dims: readonly number[];
}

/** A model that is loaded. */
export interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(inputs: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
  release(): Promise<void>;
}

/** What we use of onnxruntime-web. */
export interface Runtime {
  readonly env: { readonly wasm: { numThreads?: number }; logLevel?: string };
  readonly InferenceSession: {
    create(model: Uint8Array, options: Readonly<Record<string, unknown>>): Promise<Session>;
  };
  readonly Tensor: new (type: "int64", data: BigInt64Array, dims: readonly number[]) => Tensor;
}

/**
 * An optional peer: 140 MB that few need. Its name is no literal, so that nothing looks for it before it is
 * wanted.
 */
const packageName: string = "onnxruntime-web";

/**
 * Loads onnxruntime-web, from where Elenchus is installed or else from the user's folder, and sets it to one
 * thread: sums of several would differ in their last digits from run to run.
 *
 * @throws AppError `embeddings.runtime-missing` where it is not installed.
 */
export async function loadRuntime(cwd: string): Promise<Runtime> {
  const runtime = await importFirst([packageName, besides(cwd)]);
  runtime.env.wasm.numThreads = 1;
  runtime.env.logLevel = "error";
  return runtime;
}

/** Where the user's folder has the package; its name where it has none. */
function besides(cwd: string): string {
  try {
    const found = createRequire(join(cwd, "package.json")).resolve(packageName);
    return pathToFileURL(found).href;
  } catch {
    return packageName;
  }
}

async function importFirst([specifier, ...others]: readonly string[]): Promise<Runtime> {
  try {
    const loaded: Runtime & { readonly default?: Runtime } = await import(specifier ?? packageName);
    return loaded.InferenceSession === undefined && loaded.default ? loaded.default : loaded;
  } catch (cause) {
    if (others.length > 0) return importFirst(others);
    throw new AppError(
      "embeddings.runtime-missing",
      "onnxruntime-web, which runs the model, is not installed",
      {
        hint: "Install it beside Elenchus: `npm install onnxruntime-web` (add -g where Elenchus is installed so).",
        cause,
      },
    );
  }
}
