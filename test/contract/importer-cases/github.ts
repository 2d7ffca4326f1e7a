import { github } from "../../../src/importers/github.ts";
import { escapeMarkdown, fileCase } from "../importer-case.ts";

export const githubCase = fileCase({
  importer: github,
  wrap: (texts) => JSON.stringify(texts.map(commentOf)),
  breakRecord: (fixture) =>
    fixture.replace('"body": "Who prints tables at all?"', '"body": ["Who prints tables at all?"]'),
  nest: null,
  source: (content, { record, field }) => bodiesIn(JSON.parse(content), record ?? "", field ?? "").join(""),
});

function commentOf(text: string, index: number) {
  const html_url = `https://github.com/owner/name/issues/1#issuecomment-${index}`;
  const words = /[^A-Za-z0-9\s.,]/u.test(text) ? { body: escapeMarkdown(text) } : { body_text: text };
  return { id: index, html_url, user: { login: "ann" }, author_association: "NONE", ...words };
}

/**
 * The body of the one object that a record names by the end of its address, its node id or its place in a
 * list.
 */
function bodiesIn(value: unknown, record: string, field: string): readonly string[] {
  const [topic = "", end = ""] = record.split("/").length > 2 ? splitAtLast(record) : [record, ""];
  const found: string[] = [];
  const visit = (node: unknown, inTopic: boolean, ordinal: string): void => {
    if (typeof node !== "object" || node === null) return;
    const object: Record<string, unknown> = { ...node };
    const url = String(object.html_url ?? object.url ?? "");
    const [repository, number] = topic.split("#");
    const isTopic = new RegExp(`${repository}/(?:issues|pull|discussions)/${number}$`, "u").test(url);
    const isInside = inTopic || isTopic;
    const isItem =
      end !== "" && (url.endsWith(`#${end}`) || (isInside && [object.id, ordinal].includes(end)));
    if ((end === "" && isTopic && "title" in object) || isItem) found.push(String(object[field] ?? ""));
    for (const [key, inner] of Object.entries(object)) {
      const items = Array.isArray(inner) ? inner : [inner];
      for (const [index, item] of items.entries()) {
        const nested = ordinalOf(key, index + 1, object);
        visit(item, isInside, nested);
      }
    }
  };
  visit(value, false, "");
  return found;
}

function ordinalOf(key: string, count: number, around: Record<string, unknown>): string {
  if (key !== "comments") return "";
  return "title" in around ? String(count) : `${around.id}-${count}`;
}

function splitAtLast(record: string): readonly [string, string] {
  const at = record.lastIndexOf("/");
  return [record.slice(0, at), record.slice(at + 1)];
}
