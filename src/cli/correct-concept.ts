import type { Command } from "commander";
import { correctConcept } from "../correct-concept.ts";
import { AppError } from "../errors.ts";
import type { ConceptSaying } from "../model/concept-correction.ts";
import { type FoundConcept, findConcepts, suggestConcepts } from "../queries/load/find.ts";
import { resolveKind } from "../queries/load/resolve-id.ts";
import type { StoreReader } from "../store/store.ts";
import { normalForm } from "../text/tokens.ts";
import type { Io } from "./io.ts";
import { printLines } from "./listing.ts";
import { openTheStore } from "./open.ts";
import type { JsonOptions } from "./options.ts";
import { printableLine } from "./printable.ts";
import { readOnce, saidBy } from "./said-by.ts";

export interface ConceptJudgementOptions extends JsonOptions {
  readonly rename?: string;
  readonly merge?: string;
  readonly alias?: string;
  readonly split?: string;
  readonly drop?: boolean;
  readonly by?: string;
}

/** Says what a concept is called, what belongs to it, or that it is none. */
export async function runCorrectConcept(
  io: Io,
  command: Command,
  asked: string,
  options: ConceptJudgementOptions,
): Promise<void> {
  const { rename, merge, alias, split, drop } = options;
  if ([rename, merge, alias, split, drop || undefined].filter((one) => one !== undefined).length !== 1)
    throw new AppError("cli.usage", "say one thing of the concept", {
      hint: "Give one of --rename, --merge, --alias, --split and --drop.",
    });
  const store = await openTheStore(io, command);
  const { concept, saying } = await readOnce(store, async (reader) => {
    const found = await conceptAsked(reader, asked);
    return { concept: found, saying: await sayingOf(reader, found, options) };
  });
  const correction = await correctConcept(store, concept.id, saying, options.by ?? "");
  await printLines(io, options, correction, () => [
    `${outcome(saying)}${saidBy(correction.by)} (correction ${correction.id})`,
  ]);
}

/** The one concept that has a label or an id. */
async function conceptAsked(reader: StoreReader, asked: string): Promise<FoundConcept> {
  const found = await findConcepts(reader, asked);
  const named = found.filter(({ label }) => label.toLowerCase() === asked.toLowerCase());
  const [one, other] = named.length === 1 ? named : found;
  if (one === undefined) {
    const near = await suggestConcepts(reader, asked);
    const hint = `${near} \`elenchus correct list\` shows those that were dropped.`;
    const id = await resolveKind(reader, asked, "concept", hint);
    const [byId] = await findConcepts(reader, id);
    if (byId) return byId;
    throw new Error(`the concept ${id} was found and is not stored`);
  }
  if (other !== undefined)
    throw new AppError("query.id-ambiguous", `several concepts are called "${asked}"`, {
      hint: `Give an id: ${found.map(({ id, label }) => `${id} (${label})`).join(", ")}.`,
    });
  return one;
}

async function sayingOf(
  reader: StoreReader,
  concept: FoundConcept,
  { rename, merge, alias, split }: ConceptJudgementOptions,
): Promise<ConceptSaying> {
  const name = concept.label;
  if (rename !== undefined) return { verb: "rename", name, label: await freeLabel(reader, concept, rename) };
  if (split !== undefined) return { verb: "split", name, label: ownLabel(concept, split) };
  if (alias !== undefined)
    return { verb: "join", name, label: await freeLabel(reader, concept, alias), id: null };
  if (merge === undefined) return { verb: "drop", name };
  const other = await conceptAsked(reader, merge);
  if (other.id === concept.id)
    throw new AppError("cli.usage", `"${merge}" is a label of "${name}" already`, {
      hint: "Name another concept.",
    });
  return { verb: "join", name, label: other.label, id: other.id };
}

/** A label that no other concept is called by. */
async function freeLabel(reader: StoreReader, { id, label }: FoundConcept, asked: string): Promise<string> {
  const wanted = requireWords(asked);
  const [other] = (await findConcepts(reader, wanted)).filter(
    (one) => one.id !== id && one.labels.some((form) => form.toLowerCase() === wanted.toLowerCase()),
  );
  if (other)
    throw new AppError("cli.usage", `"${wanted}" is a label of the concept ${other.id} (${other.label})`, {
      hint: `\`elenchus correct concept "${label}" --merge "${other.label}"\` makes one of the two.`,
    });
  return wanted;
}

/** A label of the concept that is another word for it. */
function ownLabel({ label, labels }: FoundConcept, asked: string): string {
  const own = labels.find((form) => form.toLowerCase() === requireWords(asked).toLowerCase());
  if (own === undefined)
    throw new AppError("cli.usage", `"${asked}" is no label of "${label}"`, {
      hint: `Its labels are: ${labels.join(", ")}.`,
    });
  if (normalForm(own) === normalForm(label)) {
    const isName = own.toLowerCase() === label.toLowerCase();
    const what = isName ? "what the concept is called" : `only another form of "${label}"`;
    throw new AppError("cli.usage", `"${asked}" is ${what}`, {
      hint: "Give one of its other labels, or --rename.",
    });
  }
  return own;
}

function requireWords(asked: string): string {
  const label = asked.replace(/\s+/gu, " ").trim();
  if (normalForm(label) === "")
    throw new AppError("cli.usage", `"${asked}" has no words`, { hint: "Give a word or several." });
  return label;
}

function outcome(saying: ConceptSaying): string {
  const name = `"${printableLine(saying.name)}"`;
  if (saying.verb === "drop") return `${name} is no concept`;
  const label = `"${printableLine(saying.label)}"`;
  if (saying.verb === "rename") return `${name} is called ${label}`;
  return saying.verb === "join" ? `${label} counts as ${name}` : `${label} is apart from ${name}`;
}
