import { reddit } from "../../../src/importers/reddit.ts";
import { escapeMarkdown, fileCase } from "../importer-case.ts";

export const redditCase = fileCase({
  importer: reddit,
  wrap: (texts) => JSON.stringify([listing(...texts.map((text, i) => comment(`c${i}`, wordsOf(text))))]),
  breakRecord: (fixture) => fixture.replace('"id": "l2aaa06"', '"id": null'),
  nest: (depth) => {
    const open = `${JSON.stringify(comment("c1", "Why?")).slice(0, -2)},"replies":{"kind":"Listing","data":{"children":[`;
    return `${open.repeat(depth)}${"]}}}}".repeat(depth)}`;
  },
  source: (content, { record, field }) => {
    let found = "";
    const look = (_: string, value: unknown): unknown => {
      const { kind, data } = (value ?? {}) as { kind?: string; data?: Record<string, string> };
      if (kind === "t1" && data?.id === record) found = String(data?.[field ?? ""]);
      if (kind === "t3" && data?.name === record) found = String(data?.[field ?? ""]);
      return value;
    };
    for (const document of content.split(/\r?\n(?=[{[])/u)) JSON.parse(document, look);
    return found;
  },
});

function listing(...children: readonly object[]) {
  return { kind: "Listing", data: { children } };
}

function comment(id: string, body: string) {
  return { kind: "t1", data: { id, body, author: "ann", link_id: "t3_p1", parent_id: "t3_p1" } };
}

/** Sentences need no escapes, and are read faster without. */
function wordsOf(text: string): string {
  return /^[A-Za-z0-9 ,.]+$/u.test(text) ? `Words: ${text}` : escapeMarkdown(text);
}
