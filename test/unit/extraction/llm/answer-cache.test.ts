import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AnswerCache } from "../../../../src/extraction/llm/answer-cache.ts";
import { answerFolder } from "../../../support/fake-model.ts";

describe("kept answers", () => {
  it("are whole where several runs keep the same one at once, whatever number their process has", async () => {
    const folder = answerFolder();
    const about = { model: "a-model", promptVersion: "1" };
    const runs = Array.from({ length: 20 }, () => new AnswerCache(folder));
    await Promise.all(runs.map((run) => run.put("3fa4", about, { said: "yes" })));
    expect(await new AnswerCache(folder).get("3fa4", z.object({ said: z.string() }))).toEqual({
      said: "yes",
    });
    expect(await readdir(join(folder, "3f"))).toEqual(["3fa4.json"]);
  });

  it("leave nothing half kept where one cannot be moved into its place", async () => {
    const folder = answerFolder();
    await mkdir(join(folder, "3f", "3fa4.json"), { recursive: true });
    const kept = new AnswerCache(folder).put("3fa4", { model: "a-model", promptVersion: "1" }, {});
    await expect(kept).rejects.toMatchObject({ code: "extraction.cache-invalid" });
    expect(await readdir(join(folder, "3f"))).toEqual(["3fa4.json"]);
  });
});
