import { iac } from "../../../src/importers/iac.ts";
import { folderCase } from "../importer-case.ts";

const path = "discussions/7.json";

export const iacCase = folderCase({
  importer: iac,
  wrap: (texts) => ({
    [path]: JSON.stringify([texts.map((text, id) => [id, null, "ann", text, {}, null, null, null]), {}, {}]),
  }),
  breakRecord: (fixture) => ({
    ...fixture,
    [path]: fixture[path]?.replace('"Then make it larger."', "null") ?? "",
  }),
  nest: null,
  source: (content, { record }) => {
    const posts: readonly (readonly unknown[])[][] = JSON.parse(content[path] ?? "");
    const index = Number(record?.split("/").at(-1));
    return String(posts[0]?.[index]?.[3] ?? "");
  },
  holdsWhole: "the address of a discussion comes last",
});
