export const sumOf = (probabilities: object): number =>
  Object.values(probabilities).reduce((sum: number, one: number) => sum + one, 0);

/** What is most probable. */
export const choice = (probabilities: object): string =>
  Object.entries(probabilities).toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? "";
