/** Lets a process name on stderr each module that it loads. */
const hook =
  "data:text/javascript,export async function load(url, context, next) { process._rawDebug(url); return next(url, context); }";
const register = `data:text/javascript,import { register } from "node:module"; register(${JSON.stringify(hook)});`;

/** The environment of a process that names what it loads, its threads too. */
export const namingModules = { NODE_OPTIONS: `--import "${register.replaceAll('"', '\\"')}"` };

/** The modules of the product, and the packages, that such a process named. */
export function loadedModules(stderr: string): readonly string[] {
  return stderr.split("\n").filter((line) => line.startsWith("file://"));
}
