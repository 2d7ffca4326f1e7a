/**
 * What the reader reads whatever the view: a layer of the store (null is the one used last), and whether
 * relations that are not sure are drawn.
 *
 * Settings stand in the address before the `#`, so that they last from view to view and a citation has them.
 *
 *     /?extractor=llm&suggestions=yes#/debate?a=RL&b=SSL
 */
export interface Settings {
  readonly extractor: string | null;
  readonly hasSuggestions: boolean;
}

export function readSettings(search: string): Settings {
  const parameters = new URLSearchParams(search);
  return {
    extractor: parameters.get("extractor") || null,
    hasSuggestions: parameters.get("suggestions") === "yes",
  };
}

/** The address of a view under other settings; what else stands before the `#` stays. */
export function withSettings(search: string, { extractor, hasSuggestions }: Settings): string {
  const parameters = new URLSearchParams(search);
  parameters.delete("extractor");
  parameters.delete("suggestions");
  if (extractor !== null) parameters.set("extractor", extractor);
  if (hasSuggestions) parameters.set("suggestions", "yes");
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}
