/** Up to the next clause. */
const within = "(?:(?!\\b(?:MATCH|WITH|RETURN|UNWIND|CALL)\\b)[\\s\\S])*?";

/** What the engines answer differently, as docs/cypher.md lists it, and how it shows in a statement. */
const differences: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    what: "EXISTS or COUNT in the WHERE of an OPTIONAL MATCH",
    pattern: new RegExp(`\\bOPTIONAL MATCH\\b${within}\\bWHERE\\b${within}\\b(?:EXISTS|COUNT)\\s*\\{`, "u"),
  },
  {
    what: "a pattern comprehension of anything but ids, which may be null",
    pattern: /\[\s*(?:\w+\s*=\s*)?\([^()]*\)\s*<?-(?:\[[^\]]*\])?[^|]*\|(?!\s*\w+\.id\s*\])/u,
  },
  { what: "reverse, which Neo4j refuses for stored lists", pattern: /\breverse\s*\(/iu },
  { what: "sum without coalesce", pattern: /(?<!\bcoalesce\(\s*)\bsum\s*\(/iu },
  {
    what: "an order by words that the engine makes",
    pattern:
      /\bORDER BY\b[^;]*?\b(?:toLower|toUpper|substring|left|right|replace|trim|split|toString)\s*\(/iu,
  },
];

/** What of a statement the two engines answer differently; comments are not part of it. */
export function differencesIn(statement: string): readonly string[] {
  const code = statement.replace(/\/\/.*$/gmu, "");
  return differences.filter(({ pattern }) => pattern.test(code)).map(({ what }) => what);
}
