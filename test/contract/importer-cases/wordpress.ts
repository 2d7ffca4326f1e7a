import { wordpress } from "../../../src/importers/wordpress.ts";
import { elementsIn } from "../../support/xml.ts";
import { escapeHtml, fileCase } from "../importer-case.ts";

export const wordpressCase = fileCase({
  importer: wordpress,
  wrap: (texts) =>
    `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><link>https://blog.example/?p=1</link>
${texts.map(commentOf).join("\n")}</item></channel></rss>`,
  breakRecord: (fixture) => fixture.replace("<wp:comment_id>42<", "<wp:comment_id>forty-two<"),
  nest: null,
  source: (content, { record, field }) => {
    const [kind, id] = (record ?? "").split("/");
    const isPost = kind === "post";
    const elements = elementsIn(content, isPost ? "item" : "wp:comment");
    const found = elements.find((one) => one.child(isPost ? "wp:post_id" : "wp:comment_id") === id);
    return found?.child(field ?? "") ?? "";
  },
});

function commentOf(text: string, index: number): string {
  // Once for the file and once for the comment, which is HTML itself.
  const content = escapeHtml(escapeHtml(text));
  return `<wp:comment><wp:comment_id>${index}</wp:comment_id><wp:comment_content>${content}</wp:comment_content></wp:comment>`;
}
