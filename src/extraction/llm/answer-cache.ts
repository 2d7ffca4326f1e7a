import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { z } from "zod";
import { AppError } from "../../errors.ts";
import { writeAside } from "../../write-aside.ts";
import type { ModelRequest } from "./model-request.ts";

/**
 * Answers on the disk, one file each, by the hash of what was asked.
 *
 *     <folder>/3f/3fa4c1d20b7e8855.json    {"id": …, "model": …, "promptVersion": …, "answer": {…}}
 *
 * A file holds the answer and no words of any comment, and is whole whenever a run is killed. The same answers
 * give the same graph, with no server at hand.
 */
export class AnswerCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The answer to a request, or null when there is none.
   *
   * @throws AppError `extraction.cache-invalid` when the file is not one of ours.
   */
  async get<Answer>(id: string, schema: z.ZodType<Answer>): Promise<Answer | null> {
    const path = this.#pathOf(id);
    let text: string;
    try {
      text = await readFile(path, "utf8");
    } catch (error) {
      if (isMissing(error)) return null;
      throw unusable(path, error);
    }
    try {
      return schema.parse(JSON.parse(text).answer);
    } catch (error) {
      throw unusable(path, error);
    }
  }

  /** @throws AppError `extraction.cache-invalid` when the folder cannot be written. */
  async put(
    id: string,
    { model, promptVersion }: Pick<ModelRequest, "model" | "promptVersion">,
    answer: unknown,
  ): Promise<void> {
    const path = this.#pathOf(id);
    const text = `${JSON.stringify({ id, model, promptVersion, answer })}\n`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeAside(path, (scratch) => writeFile(scratch, text));
    } catch (error) {
      throw unusable(path, error);
    }
  }

  #pathOf(id: string): string {
    return join(this.#folder, id.slice(0, 2), `${id}.json`);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

function unusable(path: string, cause: unknown): AppError {
  return new AppError("extraction.cache-invalid", `${path}: an answer cannot be kept there or read from it`, {
    hint: "Name another folder with --llm-cache, or remove the file so that the model is asked again.",
    cause,
  });
}
