import { beforeAll, describe, expect, it } from "vitest";
import { elenchus, example, printed, workFolder } from "./binary.ts";
import { namingModules as env, loadedModules } from "./naming-modules.ts";

const cwd = await workFolder();

/**
 * The modules of extraction, and of the tagger that only extraction uses, that a process named; but for lists
 * of names.
 */
function ofExtraction(stderr: string): readonly string[] {
  return loadedModules(stderr)
    .filter((url) => /\/dist\/(?:extraction\/|pipeline\b)|\/wink-/.test(url))
    .filter((url) => !/\/extraction\/(?:registry|\w+\/\w+-extractor)\.js$/.test(url));
}

describe("a command that does not extract", () => {
  beforeAll(async () => {
    expect(await elenchus(["map", example], { cwd })).toMatchObject({ code: 0 });
  }, 120_000);

  it.each([
    ["claims", []],
    ["concepts", []],
    ["search", ["school"]],
    ["similar", ["--text", "school"]],
    ["export", ["--to", "json"]],
    ["store", ["status"]],
    ["formats", []],
  ] as const)("%s loads nothing of extraction", async (command, words) => {
    const { stderr } = await elenchus([command, ...words], { cwd, env });
    expect(stderr).toContain("/dist/cli/main.js");
    expect(ofExtraction(stderr)).toEqual([]);
  });

  it("serve loads nothing of extraction before somebody asks for it", async () => {
    let stderr = "";
    await elenchus(["serve", "--port", "0"], {
      cwd,
      env,
      onStart: (child) => {
        child.stderr?.on("data", (piece: Buffer | string) => {
          stderr += piece.toString();
        });
        printed(child, /https?:\/\/\S+/u).then(
          () => child.kill("SIGTERM"),
          () => child.kill("SIGTERM"),
        );
      },
    });
    expect(stderr).toContain("/dist/server/");
    expect(ofExtraction(stderr)).toEqual([]);
  });

  it("while mapping loads it, which shows that this test can see it", async () => {
    const { stderr } = await elenchus(["map", example, "--store", "another"], { cwd, env });
    expect(ofExtraction(stderr).length).toBeGreaterThan(20);
  });
});
