import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { jsonl } from "../src/importers/registry.ts";
import type { CommentDraft } from "../src/model/draft.ts";
import { compareStrings } from "../src/model/id.ts";
import { segment } from "../src/segmentation/segment.ts";
import { importAll, memoryInput } from "../test/support/inputs.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * Writes what labellers read, a file a thread: its posts with their sentences numbered.
 *
 *     p2 Gregor, answers p1 Marisol, 2024-03-04
 *     p2.1 > If buyers want parking, builders will sell them parking.
 *     p2.2 Sure they will.
 *
 * The text is cut as the product cuts it. `>` marks words that the markup shows as quoted. An item of a list
 * keeps its bullet or number, which stands before its first sentence only. A blank line stands between posts.
 * `npm run bench number-gold` writes the files of the gold set anew, `npm run bench number-gold training`
 * those of the training set: from `threads/` of that folder to its `sentences/`.
 */
export async function run([folderName = "test/gold"]: readonly string[]): Promise<void> {
  const folder = `${root}${folderName}/`;
  await mkdir(`${folder}sentences`, { recursive: true });
  let posts = 0;
  const names = (await readdir(`${folder}threads`)).filter((name) => name.endsWith(".jsonl"));
  for (const name of names.sort(compareStrings)) {
    const input = memoryInput(await readFile(`${folder}threads/${name}`), { name, pieceBytes: 65_536 });
    const { comments, diagnostics } = await importAll(jsonl, input);
    if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    await writeFile(`${folder}sentences/${name.replace(/\.jsonl$/u, ".txt")}`, numberThread(comments));
    posts += comments.length;
  }
  console.log(`numbered ${posts} posts of ${names.length} files`);
}

/** The posts of one file in file order, with a line for the thread where it changes. */
function numberThread(comments: readonly CommentDraft[]): string {
  const numbers = new Map(comments.map(({ id }, index) => [id, index]));
  const pieces: string[] = [];
  let thread: string | null = null;
  for (const [index, comment] of comments.entries()) {
    if (comment.threadId !== thread) pieces.push(`# ${comment.threadTitle ?? "without a title"}\n`);
    thread = comment.threadId;
    const parent = numbers.get(comment.parentId);
    const answered = parent === undefined ? null : comments[parent];
    const answers = answered ? `, answers p${(parent ?? 0) + 1} ${answered.author?.name ?? "?"}` : "";
    const date = comment.createdAt?.slice(0, 10) ?? "without a date";
    pieces.push(`p${index + 1} ${comment.author?.name ?? "?"}${answers}, ${date}`);
    pieces.push(...numberSentences(comment, `p${index + 1}`), "");
  }
  return pieces.join("\n");
}

function numberSentences({ text, quotes }: CommentDraft, post: string): readonly string[] {
  const spans = quotes.map(({ span }, index) => ({ id: String(index), span }));
  return segment(text, spans).map(({ kind, span, quoteId }, index) => {
    const before = text.slice(text.lastIndexOf("\n", span.start) + 1, span.start).trim();
    const mark = `${quoteId === null ? "" : "> "}${kind === "item" && before.length < 5 ? `${before} ` : ""}`;
    return `${post}.${index + 1} ${mark}${text.slice(span.start, span.end).replace(/\s+/gu, " ")}`;
  });
}
