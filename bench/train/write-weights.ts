import { roundWeight, type Weights } from "./weights.ts";

/** The weights of a model: for each class, those of its features by name. */
export type NamedWeights = Readonly<Record<string, Weights>>;

/** Names fitted weights, with three decimals; what rounds to 0 is left out. The last of each row is the bias. */
export function nameWeights(
  classes: readonly string[],
  features: readonly string[],
  fitted: readonly (readonly number[])[],
): NamedWeights {
  const names = [...features, "bias"];
  return Object.fromEntries(
    classes.map((name, at) => {
      const row = fitted[at] ?? [];
      const weights = names.map((feature, index) => [feature, roundWeight(row[index] ?? 0)] as const);
      return [name, Object.fromEntries(weights.filter(([, weight]) => weight !== 0))];
    }),
  );
}

const header = '// Written by "npm run train"; do not edit.\n';

/** A module that exports weights, as the formatter writes it. */
export function weightsModule(
  exported: Readonly<Record<string, { readonly about: string; readonly weights: NamedWeights }>>,
): string {
  const parts = Object.entries(exported).map(([name, { about, weights }]) => {
    const classes = Object.entries(weights).map(([key, row]) => `  ${key}: {\n${lines(row, "    ")}  },\n`);
    return table(name, about, classes.join(""));
  });
  return header + parts.join("\n");
}

/** A module that exports the weights of a model that tells one class from the rest; what is 0 is left out. */
export function oneClassModule(name: string, about: string, weights: Weights): string {
  const kept = Object.entries(weights).filter(([, weight]) => weight !== 0);
  return header + table(name, about, lines(Object.fromEntries(kept), "  "));
}

const table = (name: string, about: string, body: string): string =>
  `/** ${about} */\nexport const ${name} = {\n${body}} as const;\n`;

const lines = (row: Weights, indent: string): string =>
  Object.entries(row)
    .map(([feature, weight]) => `${indent}${propertyName(feature)}: ${weight},\n`)
    .join("");

const propertyName = (name: string): string => (/^[a-z_$][\w$]*$/iu.test(name) ? name : JSON.stringify(name));
