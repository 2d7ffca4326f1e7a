import { disqus } from "../../../src/importers/disqus.ts";
import { elementsIn } from "../../support/xml.ts";
import { escapeHtml, fileCase } from "../importer-case.ts";

export const disqusCase = fileCase({
  importer: disqus,
  wrap: (texts) => `<disqus xmlns="http://disqus.com">\n${texts.map(postOf).join("\n")}\n</disqus>`,
  breakRecord: (fixture) => fixture.replace('<post dsq:id="101">', '<post dsq:id="next">'),
  nest: null,
  source: (content, { record, field }) =>
    elementsIn(content, "post")
      .find((post) => post.attribute("dsq:id") === record)
      ?.child(field ?? "") ?? "",
});

function postOf(text: string, index: number): string {
  // Once for the file and once for the message, which is HTML itself.
  return `<post dsq:id="${index}"><message>${escapeHtml(escapeHtml(text))}</message></post>`;
}
