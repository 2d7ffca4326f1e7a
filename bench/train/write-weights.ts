/** The weights of a model: for each class, those of its features by name. */
export type NamedWeights = Readonly<Record<string, Readonly<Record<string, number>>>>;

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
      const weights = names.map((feature, index) => [feature, round(row[index] ?? 0)] as const);
      return [name, Object.fromEntries(weights.filter(([, weight]) => weight !== 0))];
    }),
  );
}

const round = (weight: number): number => Math.round(weight * 1000) / 1000 + 0;

/** A module that exports weights, as the formatter writes it. */
export function weightsModule(
  exported: Readonly<Record<string, { readonly about: string; readonly weights: NamedWeights }>>,
): string {
  const parts = Object.entries(exported).map(([name, { about, weights }]) => {
    const classes = Object.entries(weights).map(
      ([key, row]) =>
        `  ${key}: {\n${Object.entries(row)
          .map(([feature, weight]) => `    ${propertyName(feature)}: ${weight},\n`)
          .join("")}  },\n`,
    );
    return `/** ${about} */\nexport const ${name} = {\n${classes.join("")}} as const;\n`;
  });
  return `// Written by "npm run train"; do not edit.\n${parts.join("\n")}`;
}

const propertyName = (name: string): string => (/^[a-z_$][\w$]*$/iu.test(name) ? name : JSON.stringify(name));
