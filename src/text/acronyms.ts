/**
 * Whether a label of a glossary is met in capitals alone, because in lower case it may be another word:
 * "ELK", "AI".
 *
 * Labels without a vowel ("LLM", "RL") and labels of several words are met in either case.
 */
export function needsCapitals(label: string): boolean {
  return /^[\p{Lu}\p{N}.&-]{2,}$/u.test(label) && /[AEIOUY]/.test(label);
}

/** Whether a word is written as an acronym, in the singular or plural: "AI", "LLMs", "GPT4". */
export function isAcronym(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}.&-]*s?$/u.test(word);
}
