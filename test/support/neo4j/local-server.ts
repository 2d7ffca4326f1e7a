import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const version = "5.26.30";
const pom = fileURLToPath(new URL("./pom.xml", import.meta.url));
const starter = fileURLToPath(new URL("./Neo4jForTests.java", import.meta.url));
const cache = `${process.env.XDG_CACHE_HOME || `${homedir()}/.cache`}/elenchus/neo4j-${version}`;
const readyWithinMs = 180_000;
/** A server that lives for minutes gains nothing from the slow compiler, and planning is most of its work. */
const quickStart = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];
const openedPackages = ["java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang"];
const run = promisify(execFile);

/** A Neo4j that this process started. */
export interface LocalServer {
  readonly port: number;
  /** Its process. */
  readonly pid: number;
  readonly password: string;
  /** Ends it as a power cut would, without a word to anybody. */
  kill(): Promise<void>;
  /** Ends it and keeps its files. */
  stop(): Promise<void>;
}

export interface LocalServerOptions {
  /** Where it keeps its files. */
  readonly home: string;
  readonly password: string;
  /** Default: one that is free. */
  readonly port?: number;
  /** Whether it shall be quick for hours rather than soon. Default false. */
  readonly isLongLived?: boolean;
}

/** Why no Neo4j can be started here, or null. */
export async function localServerLacks(): Promise<string | null> {
  const version = await run(java(), ["-version"]).catch(() => null);
  const [, major] = /version "(\d+)/u.exec(version?.stderr ?? "") ?? [];
  if (Number(major ?? 0) < 17) return "no Java 17";
  if (existsSync(`${cache}/lib`)) return null;
  return (await run("mvn", ["-version"]).catch(() => null)) ? null : "no Maven to fetch Neo4j with";
}

const java = (): string => (process.env.JAVA_HOME ? `${process.env.JAVA_HOME}/bin/java` : "java");

/** The folder of Neo4j's jars: 123 MB from Maven Central the first time, then from the user's cache. */
async function jars(): Promise<string> {
  const lib = `${cache}/lib`;
  if (existsSync(lib)) return lib;
  await mkdir(cache, { recursive: true });
  const scratch = await mkdtemp(`${cache}/fetching-`);
  const goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", `-DoutputDirectory=${scratch}/lib`];
  try {
    await run("mvn", ["-q", "-B", "-f", pom, ...goal], { maxBuffer: 1e8 });
    // Another run may have been quicker; its jars are as good.
    await rename(`${scratch}/lib`, lib).catch((error: unknown) => {
      if (!existsSync(lib)) throw error;
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return lib;
}

/**
 * Starts a Neo4j and waits until it answers.
 *
 * It ends when this process does, however that ends: it reads its input until there is no more.
 */
export async function startLocalServer({
  home,
  password,
  port,
  isLongLived = false,
}: LocalServerOptions): Promise<LocalServer> {
  const lib = await jars();
  const bolt = port ?? (await freePort());
  const opened = openedPackages.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
  const flags = ["-Xmx768m", ...(isLongLived ? [] : quickStart), ...opened, "-cp", `${lib}/*`];
  const child = spawn(java(), [...flags, starter, home, String(bolt)], { stdio: ["pipe", "pipe", "pipe"] });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.stdin.on("error", () => {});
  child.stdin.write(`${password}\n`);
  await ready(child);
  return {
    port: bolt,
    pid: child.pid ?? 0,
    password,
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
    },
    stop: async () => {
      child.stdin.end();
      const slow = setTimeout(() => child.kill("SIGKILL"), 20_000);
      await exited;
      clearTimeout(slow);
    },
  };
}

/**
 * Runs a command line of `neo4j-admin` on the files of a server that is not running.
 *
 * @param command - as a shell takes it, `neo4j-admin` first.
 */
export async function adminTool(home: string, command: string): Promise<void> {
  const lib = await jars();
  const opened = openedPackages.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`).join(" ");
  const tool = `"$JAVA" -Xmx768m ${opened} -cp "$LIB/*" org.neo4j.cli.AdminTool "$@"`;
  const env = { ...process.env, NEO4J_HOME: home, JAVA: java(), LIB: lib };
  await mkdir(`${home}/conf`, { recursive: true });
  await run("sh", ["-ec", `neo4j_admin() { ${tool}; }\n${command.replace(/^neo4j-admin/u, "neo4j_admin")}`], {
    env,
    // The tool leaves a report where it is run.
    cwd: home,
    maxBuffer: 1e8,
  });
}

/** Resolves at the line `ready`; fails with what the process said when it ends before, or takes too long. */
async function ready(child: ChildProcess): Promise<void> {
  if (!child.stdout || !child.stderr) throw new Error("the process has no output");
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = `${said}${text}`.slice(-4000);
  });
  const lines = createInterface(child.stdout);
  const slow = setTimeout(() => child.kill("SIGKILL"), readyWithinMs);
  try {
    const isReady = await Promise.race([
      once(lines, "line").then(([line]) => line === "ready"),
      once(child, "exit").then(() => false),
    ]);
    if (!isReady) throw new Error(`Neo4j did not start: ${said.trim()}`);
  } finally {
    clearTimeout(slow);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** A folder for a server's files; whoever started the server takes it away. */
export const temporaryHome = (): Promise<string> => mkdtemp(`${tmpdir()}/elenchus-neo4j-`);
