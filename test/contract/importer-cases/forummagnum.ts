import { forummagnum } from "../../../src/importers/forummagnum.ts";
import { escapeHtml, fileCase } from "../importer-case.ts";

export const forummagnumCase = fileCase({
  importer: forummagnum,
  wrap: (texts) => JSON.stringify({ data: { comments: { results: texts.map(commentOf) } } }),
  breakRecord: (fixture) => fixture.replace('"_id": "cReplyTobias00005"', '"_id": 5'),
  nest: null,
  source: (content, { record, field }) => {
    let found: unknown = null;
    const look = (_: string, value: unknown): unknown => {
      if (value !== null && typeof value === "object" && "_id" in value && value._id === record) {
        const inner = (field ?? "").split(".").reduce<unknown>(memberOf, value);
        if (typeof inner === "string") found = inner;
      }
      return value;
    };
    for (const document of content.split(/\r?\n(?=[{[])/u)) JSON.parse(document, look);
    return String(found);
  },
});

function memberOf(value: unknown, name: string): unknown {
  return value !== null && typeof value === "object"
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : null;
}

function commentOf(text: string, index: number) {
  const contents = { html: `<p>${escapeHtml(text)}</p>` };
  return {
    _id: `c${index}`,
    postId: "p1",
    parentCommentId: null,
    postedAt: "2024-01-01T00:00:00Z",
    contents,
  };
}
