import { existsSync } from "node:fs";
import { validate } from "dockerfile-utils";
import { describe, expect, it } from "vitest";
import { rootFile } from "../../support/compose-file.ts";

interface Instruction {
  readonly name: string;
  readonly words: readonly string[];
}

const text = rootFile("Dockerfile");

/** The instructions with lines joined that end in a backslash, without comments. */
const instructions: readonly Instruction[] = text
  .replaceAll(/^#.*\n/gmu, "")
  .replaceAll(/\\\n/gu, " ")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => {
    const [name = "", ...words] = line.trim().split(/\s+/u);
    return { name, words };
  });

const stages = instructions.reduce<Instruction[][]>((all, it) => {
  if (it.name === "FROM") all.push([]);
  all.at(-1)?.push(it);
  return all;
}, []);
const build = stages[0] ?? [];
const last = stages[1] ?? [];
const at = (stage: readonly Instruction[], line: string): number =>
  stage.findIndex(({ name, words }) => `${name} ${words.join(" ")}`.startsWith(line));

/** What COPY takes from the repository, not from another stage. */
const copied = instructions
  .filter(({ name, words }) => name === "COPY" && !words[0]?.startsWith("--from"))
  .flatMap(({ words }) => words.slice(0, -1));

describe("Dockerfile", () => {
  it("has nothing that a linter objects to", () => {
    expect(validate(text)).toEqual([]);
    expect(validate(text.replace("USER node", "USR node"))).not.toEqual([]);
  });

  it("builds on one exact version of Node on Debian, for which the embedded engine has a build", () => {
    expect(stages).toHaveLength(2);
    const bases = stages.map(([from]) => from?.words[0]);
    expect(new Set(bases).size).toBe(1);
    expect(bases[0]).toMatch(/^node:20\.\d+\.\d+-bookworm-slim$/u);
  });

  it("installs before it copies the sources, so that a change of theirs does not install again", () => {
    const order = [
      at(build, "COPY package.json package-lock.json"),
      at(build, "RUN npm ci"),
      at(build, "COPY src"),
    ];
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThan(0);
    expect(at(build, "RUN npm run build && npm prune --omit=dev")).toBeGreaterThan(at(build, "COPY web"));
  });

  it("runs nothing in the last stage but taking package managers out", () => {
    const runs = last.filter(({ name }) => name === "RUN");
    expect(runs.map(({ words }) => words.slice(0, 2))).toEqual([["rm", "-rf"]]);
    for (const tool of ["npm", "npx", "corepack", "yarn"])
      expect(runs[0]?.words).toContain(`/usr/local/bin/${tool}`);
  });

  it("holds all that the program reads at run time", () => {
    const places = last.filter(({ name }) => name === "COPY").map(({ words }) => words.at(-1));
    expect(places).toEqual(["/app/", "/app/cypher", "/app/examples", "/app/node_modules", "/app/dist"]);
    // What is published and not here is a page and a schema for readers, not for the program.
    const { files } = JSON.parse(rootFile("package.json")) as { readonly files: readonly string[] };
    expect(files.filter((file) => !places.includes(`/app/${file}`))).toEqual([
      "docs/cypher.md",
      "docs/graph.schema.json",
    ]);
  });

  it("runs as a user without rights, who may not change the program", () => {
    expect(at(last, "USER node")).toBeGreaterThan(
      last.findLastIndex(({ name }) => name === "COPY" || name === "RUN"),
    );
    expect(text).not.toMatch(/chown|chmod|sudo|USER root/u);
  });

  it("starts without a shell, beyond this machine only behind a token, and says whether it is well", () => {
    const json = (name: string): unknown =>
      JSON.parse(last.find((it) => it.name === name)?.words.join(" ") ?? "");
    expect(json("ENTRYPOINT")).toEqual(["node", "/app/dist/cli/main.js"]);
    expect(json("CMD")).toEqual(["serve", "--host", "0.0.0.0"]);
    expect(last.some(({ name }) => name === "HEALTHCHECK")).toBe(true);
    expect(text).not.toMatch(/^(ENV|ARG) .*(TOKEN|PASSWORD)/mu);
  });

  it("copies what is there, and .dockerignore lets that in and nothing else", () => {
    for (const path of copied)
      expect([path, existsSync(new URL(`../../../${path}`, import.meta.url))]).toEqual([path, true]);
    const rules = rootFile(".dockerignore")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    expect(rules[0]).toBe("*");
    const letIn = rules.filter((rule) => rule.startsWith("!")).map((rule) => rule.slice(1));
    expect(letIn.sort()).toEqual([...new Set(copied)].sort());
  });
});
