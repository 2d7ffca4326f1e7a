import type { Exporter, FolderExporter } from "../../exporters/exporter.ts";
import * as exporters from "../../exporters/registry.ts";
import * as extractors from "../../extraction/registry.ts";
import { importers } from "../../importers/detect.ts";
import type { Listing } from "../listing.ts";

/** Everything that the registries hold, by how it is named on the command line. */
export function formatsListing(): Listing {
  const written: readonly (Exporter | FolderExporter)[] = Object.values(exporters);
  const items = [
    ...importers.map(({ id, describes }) => ({ option: "--from", id, describes })),
    ...written.map(({ id, describes }) => ({ option: "--to", id, describes })),
    ...Object.keys(extractors)
      .sort()
      .map((id) => ({ option: "--extractor", id, describes: "finds claims, concepts and relations" })),
  ];
  return {
    value: items,
    columns: [
      { key: "option", title: "option" },
      { key: "id", title: "name" },
      { key: "describes", title: "what it is", flexible: true },
    ],
    rows: items.map(({ option, id, describes }) => [option, id, describes]),
    foot: null,
  };
}
