import { mbox } from "../../../src/importers/mbox.ts";
import { escapeHtml, fileCase } from "../importer-case.ts";

export const mboxCase = fileCase({
  importer: mbox,
  wrap: (texts) => texts.map(messageOf).join("\n"),
  breakRecord: (fixture) => fixture.replace(/From: "Tess[^\n]*\n/u, "").replace(/Date: [^\n]* GMT\n/u, ""),
  nest: null,
  source: (content, { record, field }) => {
    const plain = content.replaceAll("\r\n", "\n");
    // A single message hides no "From", and so has none to bring back.
    const first = plain.split("\n").find((line) => line.trim() !== "") ?? "";
    if (!first.startsWith("From ")) return "";
    let line = 1;
    for (const message of plain.split(/^(?=From \S+ .*\d\d:\d\d)/mu)) {
      const isFound = message.includes(`Message-ID: <${record}>`) || record === `line ${line + 1}`;
      if (isFound) return decodedBody(message.replace(/^>From /gmu, "From "), field ?? "");
      line += message.split("\n").length - 1;
    }
    return "";
  },
});

function messageOf(text: string, index: number): string {
  // Plain text has no escapes: what could be taken for a quote or a signature is written as HTML.
  const isPlain = /^[A-Za-z0-9 .,]+$/u.test(text);
  return `From a@b.example Tue Mar  5 18:02:00 2024
From: Ann <a@b.example>
Date: Tue, 5 Mar 2024 18:02:00 +0000
Message-ID: <${index}@b.example>
Content-Type: text/${isPlain ? "plain" : "html"}; charset=utf-8

${isPlain ? text : escapeHtml(text)}
`;
}

/** The body of a message, or of its first part, as its headers say it is encoded. */
function decodedBody(message: string, field: string): string {
  const boundary = /boundary="(\w+)"/u.exec(message)?.[1];
  const part = boundary === undefined ? message : (message.split(`--${boundary}\n`)[1] ?? "");
  const at = part.indexOf("\n\n");
  const [headers, body] = [part.slice(0, at), part.slice(at + 2)];
  if (field === "html") return body;
  if (/base64/iu.test(headers)) return Buffer.from(body.split("\n\n")[0] ?? "", "base64").toString("utf8");
  if (!/quoted-printable/iu.test(headers)) return body;
  return body
    .replace(/[ \t]*=\n/gu, (end) => end.slice(0, -2))
    .replace(/=([0-9A-F]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
