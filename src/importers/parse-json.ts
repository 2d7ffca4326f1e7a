/** JSON text as a value, or why it is none. */
export type ParsedJson =
  | { readonly isJson: true; readonly value: unknown }
  | { readonly isJson: false; readonly reason: string };

/** Escapes of NUL and of surrogates, which may stand alone. */
const unstorable = /\\u(?:0000|d[89a-f])/iu;
/** Newer engines add an excerpt of the text to their message. Length in UTF-16 units. */
const longestReason = 80;

/**
 * Parses JSON. In its strings NUL and surrogates without a partner become U+FFFD, as HTML and CommonMark have it:
 * no store keeps them. Lengths, and so spans, stay.
 */
export function parseJson(text: string): ParsedJson {
  try {
    const value: unknown = unstorable.test(text)
      ? JSON.parse(text, (_key, inner: unknown) =>
          typeof inner === "string" ? inner.replace(/\0|\p{Surrogate}/gu, "\ufffd") : inner,
        )
      : JSON.parse(text);
    return { isJson: true, value };
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    return {
      isJson: false,
      reason: reason.length > longestReason ? `${reason.slice(0, longestReason)}…` : reason,
    };
  }
}
