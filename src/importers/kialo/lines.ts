/** A claim of the export: its dotted number, how it bears on what stands above, and its words in the file. */
export interface KialoClaim {
  readonly kind: "claim";
  /** `1.2.3`, without the last dot. */
  readonly number: string;
  readonly side: "Pro" | "Con" | null;
  /** The words as written, and where they begin in the file. */
  readonly source: string;
  readonly start: number;
  /** The number of the claim that stands here a second time: `-> See 1.2.2.`; null for a claim of its own. */
  readonly pointer: string | null;
  /** From 1. */
  readonly line: number;
}

export type KialoLine = KialoClaim | { readonly kind: "title"; readonly title: string };

const claimLine = /^((?:\d+\.)+)[ \t]+(?:(Pro|Con):(?:[ \t]+|$))?(.*)$/u;
const titleLine = /^Discussion Title:[ \t]*(.*)$/u;
const pointerText = /^->[ \t]*See[ \t]+((?:\d+\.)+)\s*$/u;

/**
 * Cuts a text export of Kialo into its title and claims, in order.
 *
 * A line without a number goes on with the claim before it; before the first claim it is a description and
 * left out.
 */
export function* kialoLines(text: string): Generator<KialoLine> {
  let open: KialoClaim | null = null;
  let line = 0;
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length; ) {
    line++;
    const feed = text.indexOf("\n", start);
    const next = feed < 0 ? text.length : feed + 1;
    const words = text.slice(start, next).trimEnd();
    const parts = claimLine.exec(words);
    if (parts) {
      if (open) yield open;
      const [, number = "", side, source = ""] = parts;
      const pointer = pointerText.exec(source)?.[1] ?? null;
      open = {
        kind: "claim",
        number: number.slice(0, -1),
        side: side === "Pro" || side === "Con" ? side : null,
        source,
        start: start + words.length - source.length,
        pointer: pointer === null ? null : pointer.slice(0, -1),
        line,
      };
    } else if (open) {
      if (words !== "") open = upTo(open, text, start + words.length);
    } else {
      const title = titleLine.exec(words)?.[1]?.trim();
      if (title !== undefined && title !== "") yield { kind: "title", title };
    }
    start = next;
  }
  if (open) yield open;
}

/** The claim with its words up to `end` of the file. */
function upTo(claim: KialoClaim, text: string, end: number): KialoClaim {
  return { ...claim, source: text.slice(claim.start, end) };
}

/** The number of the claim above; null for a thesis. */
export function numberAbove(number: string): string | null {
  const dot = number.lastIndexOf(".");
  return dot < 0 ? null : number.slice(0, dot);
}
