import type { Exporter, FolderExporter } from "../../exporters/exporter.ts";
import * as exporters from "../../exporters/registry.ts";
import * as extractors from "../../extraction/registry.ts";
import { importers } from "../../importers/detect.ts";
import { keptFields } from "../../importers/importer.ts";
import type { Listing } from "../listing.ts";
import { type Cell, type Column, layOutTable } from "../table.ts";

/**
 * Everything that the registries hold, by how it is named on the command line, and what is kept of what is
 * read.
 */
export function formatsListing(): Listing {
  const written: readonly (Exporter | FolderExporter)[] = Object.values(exporters);
  const read = importers.map(({ id, describes, keeps }) => ({ option: "--from", id, describes, keeps }));
  const items = [
    ...read,
    ...written.map(({ id, describes }) => ({ option: "--to", id, describes, keeps: null })),
    ...Object.keys(extractors)
      .sort()
      .map((id) => ({
        option: "--extractor",
        id,
        describes: "finds claims, concepts and relations",
        keeps: null,
      })),
  ];
  const named: readonly Column[] = [
    { key: "option", title: "option" },
    { key: "id", title: "name" },
    { key: "describes", title: "what it is", flexible: true },
  ];
  const kept: readonly Column[] = keptFields.map((field) => ({ key: `keeps_${field}`, title: field }));
  const naming = items.map(({ option, id, describes }): readonly Cell[] => [option, id, describes]);
  const keeping = items.map(({ keeps }) => keptFields.map((field): Cell => keeps?.includes(field) ?? null));
  return {
    value: items,
    columns: [...named, ...kept],
    rows: naming.map((cells, index) => [...cells, ...(keeping[index] ?? [])]),
    lines: (width) => [
      ...layOutTable(named, naming, { width }),
      "",
      "Where the input has it, these formats keep:",
      "",
      ...layOutTable(
        [{ key: "id", title: "name" }, ...kept],
        read.map(({ id, keeps }) => [
          id,
          ...keptFields.map((field) => (keeps.includes(field) ? "yes" : "·")),
        ]),
        { width },
      ),
    ],
    foot: null,
  };
}

/** The format of a file, with what else it might be. Certainties run from 0 to 1. */
export interface DetectedFormat {
  readonly file: string;
  readonly format: string;
  readonly certainty: number;
  readonly others: readonly { readonly format: string; readonly certainty: number }[];
}

/** Files with their formats, as the content of the files tells. */
export function detectedListing(detected: readonly DetectedFormat[]): Listing {
  return {
    value: detected,
    columns: [
      { key: "file", title: "file", flexible: true },
      { key: "format", title: "format" },
      { key: "certainty", title: "certainty", align: "right" },
      { key: "others", title: "or" },
    ],
    rows: detected.map(({ file, format, certainty, others }) => [
      file,
      format,
      certainty.toFixed(2),
      others.map((other) => `${other.format} ${other.certainty.toFixed(2)}`).join(", "),
    ]),
    foot: null,
  };
}
