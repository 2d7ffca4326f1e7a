import { profileDump } from "../../../src/importers/profile-dump.ts";
import { fileCase } from "../importer-case.ts";

export const profileDumpCase = fileCase({
  importer: profileDump,
  wrap: (texts) =>
    `Ann Example\n\nI'm a writer and researcher. Email: ann\n\nComments\n\nFirst.\n\n${texts.join("\n\n")}\n\nLast one.`,
  breakRecord: null,
  nest: null,
  source: null,
  holdsWhole: "a page is one record",
});
