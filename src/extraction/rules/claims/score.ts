/**
 * The sum of the weights of some features and the bias: the natural logarithm of the odds, above 0 more
 * likely than not. A feature without a weight says nothing.
 */
export function scoreOf(features: readonly string[], weights: Readonly<Record<string, number>>): number {
  return features.reduce((sum, feature) => sum + (weights[feature] ?? 0), weights.bias ?? 0);
}
