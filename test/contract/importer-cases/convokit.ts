import { convokit } from "../../../src/importers/convokit.ts";
import { folderCase } from "../importer-case.ts";

const utterances = "utterances.jsonl";

export const convokitCase = folderCase({
  importer: convokit,
  wrap: (texts) => ({
    [utterances]: texts
      .map((text, index) =>
        JSON.stringify({ id: `u${index}`, conversation_id: "u0", text, speaker: "ann", reply_to: null }),
      )
      .join("\n"),
  }),
  breakRecord: (fixture) => ({
    ...fixture,
    [utterances]: fixture[utterances]?.replace('{"id": "c12",', '{"id" "c12",') ?? "",
  }),
  nest: null,
  source: (content, { record }) => {
    const [path = "", line] = record?.split(":") ?? [];
    const utterance: { text: string } = JSON.parse(content[path]?.split("\n")[Number(line) - 1] ?? "");
    return utterance.text;
  },
});
