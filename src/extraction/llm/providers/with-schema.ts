/** The prompt with the schema in words, for a server that cannot be given one. */
export function withSchema(system: string, schema: object): string {
  return `${system}\n\nThe answer is one JSON object that fits this JSON Schema:\n${JSON.stringify(schema)}`;
}
