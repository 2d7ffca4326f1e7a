import type { SegmentedComment } from "../../model/segment.ts";

/** The label of somebody whom nobody knows. Two of them need not be one person. */
export const unknownSpeaker = "?";
/** The label of the author of the comment that is read. */
export const authorLabel = "A";

/**
 * Labels for the people around one comment, so that a model learns who is the same person and not who they
 * are.
 */
export class Speakers {
  readonly #labels: Map<string | null, string>;

  constructor({ authorId }: SegmentedComment) {
    this.#labels = new Map([[authorId, authorLabel]]);
  }

  /** B, C, … in the order in which they are asked for; "?" for a person with neither id nor name. */
  labelOf(id: string | null, name: string | null = null): string {
    const key = id ?? (name === null ? null : `name ${name}`);
    if (key === null) return unknownSpeaker;
    const known = this.#labels.get(key);
    if (known !== undefined) return known;
    const label = labelAt(this.#labels.size);
    this.#labels.set(key, label);
    return label;
  }
}

/** A to Z, then A2, B2, … */
function labelAt(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`;
}
