import type cytoscape from "cytoscape";
import type { Layout, Wire } from "./drawing.ts";
import { suggestionLook } from "./relation-kinds.ts";
import type { Kind } from "./route.ts";

/** A claim's box: a real element, so that its words are real text that a screen reader and the keyboard reach. */
interface Card {
  readonly id: string;
  readonly element: HTMLElement;
}

interface Edge {
  readonly id: string;
  readonly kind: Kind;
  readonly from: string;
  readonly to: string;
  /** 0 to 1; a surer relation has a thicker line. */
  readonly confidence: number;
  /** Drawn with short dashes and the word, whatever its kind. */
  readonly isSuggestion: boolean;
}

/** What is to be drawn, and where. */
export interface Drawing {
  readonly cards: readonly Card[];
  readonly headings: readonly HTMLElement[];
  readonly edges: readonly Edge[];
  readonly layout: Layout;
  readonly boxWidth: number;
}

/** A drawing as cytoscape takes it; its boxes must stand on the page, since their heights are read. */
export function elementsOf({ cards, edges, layout, boxWidth }: Drawing): cytoscape.ElementDefinition[] {
  const heights = new Map(cards.map(({ id, element }) => [id, element.offsetHeight]));
  const centres = new Map(
    [...layout.boxes].map(([id, { x, y }]) => [
      id,
      { x: x + boxWidth / 2, y: y + (heights.get(id) ?? 0) / 2 },
    ]),
  );
  const nodes = cards.map(({ id }) => ({
    group: "nodes" as const,
    data: { id, width: boxWidth, height: heights.get(id) ?? 0 },
    position: centres.get(id) ?? { x: 0, y: 0 },
  }));
  const wires = edges.flatMap((edge) => {
    const wire = layout.wires.get(edge.id);
    const from = centres.get(edge.from);
    const to = centres.get(edge.to);
    if (wire === undefined || from === undefined || to === undefined) return [];
    const { weights, distances } = relativeBends(wire);
    return [
      {
        group: "edges" as const,
        data: {
          id: edge.id,
          source: edge.from,
          target: edge.to,
          kind: edge.kind,
          ...(edge.isSuggestion ? { suggestion: "yes" } : {}),
          width: edge.isSuggestion ? suggestionLook.width : 1.2 + 1.1 * edge.confidence,
          shape: wire.shape,
          sourceEnd: `${wire.from.x - from.x}px ${wire.from.y - from.y}px`,
          targetEnd: `${wire.to.x - to.x}px ${wire.to.y - to.y}px`,
          weights,
          distances,
        },
      },
    ];
  });
  return [...nodes, ...wires];
}

/** Bends as cytoscape wants them: how far along the straight line between the ends, and how far beside it. */
function relativeBends({ from, to, bends }: Wire): { weights: number[]; distances: number[] } {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  return {
    weights: bends.map(({ x, y }) => ((x - from.x) * dx + (y - from.y) * dy) / length ** 2),
    distances: bends.map(({ x, y }) => ((y - from.y) * dx - (x - from.x) * dy) / length),
  };
}
