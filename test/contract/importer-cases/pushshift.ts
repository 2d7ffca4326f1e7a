import { pushshift } from "../../../src/importers/pushshift.ts";
import { escapeMarkdown, fileCase } from "../importer-case.ts";

export const pushshiftCase = fileCase({
  importer: pushshift,
  wrap: (texts) => texts.map((text, i) => `${JSON.stringify(comment(`c${i}`, wordsOf(text)))}\n`).join(""),
  breakRecord: (fixture) => fixture.replace('"id": "laaa004",', '"id" "laaa004",'),
  nest: null,
  source: (content, { record, field }) => {
    const rows: readonly Record<string, string>[] = content
      .split("\n")
      .flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line)]));
    return rows.find(({ id, name }) => id === record || name === record)?.[field ?? ""] ?? "";
  },
});

function comment(id: string, body: string) {
  const where = { link_id: "t3_p1", parent_id: "t3_p1", subreddit: "all" };
  return { id, body, author: "ann", created_utc: 1700000000, ...where };
}

/** Sentences need no escapes, and are read faster without. */
function wordsOf(text: string): string {
  return /^[A-Za-z0-9 ,.]+$/u.test(text) ? `Words: ${text}` : escapeMarkdown(text);
}
