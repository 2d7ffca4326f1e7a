import { svg } from "./dom.ts";
import type { Kind } from "./route.ts";

/**
 * How a kind of relation is drawn and named: always by a line and an arrow as well as by a colour.
 *
 * Colours stand in `style.css` as `--<kind>`, one for light and one for dark. Each has a contrast of at least 3.8
 * with the page, and with simulated protanopia, deuteranopia or tritanopia (Machado 2009) every pair differs by 21
 * or more in CIE Lab.
 *
 * `active` reads from the answering claim to the one answered, `passive` the other way.
 */
export interface KindLook {
  readonly noun: string;
  readonly active: string;
  readonly passive: string;
  readonly line: "solid" | "dashed" | "dotted";
  readonly dash: readonly number[];
  readonly arrow: "tee" | "vee" | "triangle" | "diamond";
}

export const kindLooks: Readonly<Record<Kind, KindLook>> = {
  "disagrees-with": {
    noun: "Disagreement",
    active: "disagrees with",
    passive: "disagreed with by",
    line: "dashed",
    dash: [7, 4],
    arrow: "tee",
  },
  supports: {
    noun: "Support",
    active: "supports",
    passive: "supported by",
    line: "dashed",
    dash: [12, 3, 2, 3],
    arrow: "diamond",
  },
  refines: {
    noun: "Refinement",
    active: "refines",
    passive: "refined by",
    line: "dotted",
    dash: [1.5, 4],
    arrow: "vee",
  },
  "responds-to": {
    noun: "Response",
    active: "responds to",
    passive: "answered by",
    line: "solid",
    dash: [],
    arrow: "triangle",
  },
};

/** How a suggestion is drawn, of whatever kind: a thin line with wide gaps and an arrow that is not filled. */
export const suggestionLook = { dash: [3, 7], width: 1.3 } as const;

/** A small picture of a line, beside the word for it. */
function sample(name: string, ...shapes: readonly SVGElement[]): SVGElement {
  return svg(
    "svg",
    {
      class: `sample ${name}`,
      viewBox: "0 0 36 14",
      width: 36,
      height: 14,
      "aria-hidden": "true",
      focusable: "false",
    },
    ...shapes,
  );
}

/** The line of suggestions, as a small picture beside the word. */
export function suggestionSample(): SVGElement {
  return sample(
    "suggested",
    svg("path", {
      d: "M2 7 H25",
      class: "line",
      "stroke-dasharray": suggestionLook.dash.join(" "),
    }),
    svg("path", { d: arrowPaths.triangle, class: "line" }),
  );
}

const arrowPaths: Readonly<Record<KindLook["arrow"], string>> = {
  tee: "M31 2 V12",
  vee: "M32 7 L25 3 L27.5 7 L25 11 Z",
  triangle: "M32 7 L25 3.4 V10.6 Z",
  diamond: "M33 7 L28.5 3.6 L24 7 L28.5 10.4 Z",
};

/** The line and arrow of a kind, as a small picture beside its name. */
export function kindSample(kind: Kind): SVGElement {
  const { dash, arrow } = kindLooks[kind];
  return sample(
    kind,
    svg("path", {
      d: `M2 7 H${arrow === "tee" ? 31 : 26}`,
      class: "line",
      "stroke-dasharray": dash.length > 0 ? dash.join(" ") : null,
      "stroke-linecap": kind === "refines" ? "round" : "butt",
    }),
    svg("path", { d: arrowPaths[arrow], class: arrow === "tee" ? "line bar" : "tip" }),
  );
}
