/** A piece of Cypher: names in backticks come without them, keywords are names. */
export interface CypherToken {
  readonly kind: "name" | "quoted" | "string" | "number" | "parameter" | "sign";
  readonly text: string;
  /** Offset of the first code unit. */
  readonly start: number;
}

const patterns: readonly (readonly [CypherToken["kind"] | "space", RegExp])[] = [
  ["space", /\s+|\/\/[^\n\r]*|\/\*[\s\S]*?\*\//uy],
  ["string", /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/uy],
  ["quoted", /`(?:[^`]|``)*`/uy],
  ["parameter", /\$(?:[\p{L}_][\p{L}\p{N}_]*|\d+|`(?:[^`]|``)*`)/uy],
  ["name", /[\p{L}_][\p{L}\p{N}_]*/uy],
  ["number", /\d[\w.]*/uy],
  ["sign", /[\s\S]/uy],
];

/**
 * Cuts Cypher into tokens, leaving out spaces and comments.
 *
 * An unclosed string, name or comment becomes signs and so is never hidden from whoever looks at the tokens.
 */
export function tokenizeCypher(text: string): readonly CypherToken[] {
  const tokens: CypherToken[] = [];
  let start = 0;
  while (start < text.length) {
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      if (!match) continue;
      if (kind !== "space") tokens.push({ kind, text: plain(kind, match[0]), start });
      start += match[0].length;
      break;
    }
  }
  return tokens;
}

function plain(kind: CypherToken["kind"], text: string): string {
  if (kind === "quoted") return text.slice(1, -1).replaceAll("``", "`");
  if (kind === "parameter") return text.slice(1).replace(/^`|`$/gu, "");
  return text;
}

/** The names of the parameters that a query uses, each once, in order. */
export function parameterNames(cypher: string): readonly string[] {
  const names = tokenizeCypher(cypher).flatMap(({ kind, text }) => (kind === "parameter" ? [text] : []));
  return [...new Set(names)];
}

/** Cuts a file at the semicolons that end its statements. */
export function splitStatements(cypher: string): readonly string[] {
  const ends = tokenizeCypher(cypher).flatMap(({ kind, text, start }) =>
    kind === "sign" && text === ";" ? [start] : [],
  );
  const starts = [0, ...ends.map((end) => end + 1)];
  return starts
    .map((start, index) => cypher.slice(start, ends[index] ?? cypher.length))
    .filter((statement) => tokenizeCypher(statement).length > 0)
    .map((statement) => statement.trim());
}
