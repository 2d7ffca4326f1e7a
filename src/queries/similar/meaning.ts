/** Tells how alike texts are in what they mean. A model of the user's own does so (src/embeddings). */
export interface Meaning {
  /** The cosine of a text with each of some others, in their order: -1 to 1, the same being 1. */
  compare(text: string, others: readonly string[]): Promise<readonly number[]>;
}
