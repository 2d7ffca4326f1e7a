import type cytoscape from "cytoscape";
import { kindLooks, suggestionLook } from "./relation-kinds.ts";
import { kinds } from "./route.ts";

/** How nodes and wires look, in the colours that `element` has on the page. */
export function styleSheet(element: HTMLElement): cytoscape.StylesheetJson {
  const styles = getComputedStyle(element);
  const colour = (name: string) => styles.getPropertyValue(`--${name}`).trim();
  return [
    {
      selector: "node",
      style: {
        shape: "rectangle",
        width: "data(width)",
        height: "data(height)",
        "background-opacity": 0,
        "border-width": 0,
        "overlay-opacity": 0,
      },
    },
    {
      selector: "edge",
      style: {
        width: "data(width)",
        "source-endpoint": "data(sourceEnd)",
        "target-endpoint": "data(targetEnd)",
        "edge-distances": "endpoints" as never,
        "arrow-scale": 1.05,
        "overlay-opacity": 0,
        "line-cap": "butt",
      },
    },
    {
      selector: 'edge[shape = "curve"]',
      style: {
        "curve-style": "unbundled-bezier",
        "control-point-weights": ((edge: cytoscape.EdgeSingular) => edge.data("weights")) as never,
        "control-point-distances": ((edge: cytoscape.EdgeSingular) => edge.data("distances")) as never,
      },
    },
    {
      selector: 'edge[shape = "bracket"]',
      style: {
        "curve-style": "round-segments" as never,
        "segment-weights": ((edge: cytoscape.EdgeSingular) => edge.data("weights")) as never,
        "segment-distances": ((edge: cytoscape.EdgeSingular) => edge.data("distances")) as never,
        "segment-radii": [8] as never,
      },
    },
    ...kinds.map((kind) => ({
      selector: `edge[kind = "${kind}"]`,
      style: {
        "line-color": colour(kind),
        "target-arrow-color": colour(kind),
        "target-arrow-shape": kindLooks[kind].arrow,
        "line-style": (kindLooks[kind].dash.length > 0 ? "dashed" : "solid") as "dashed" | "solid",
        "line-dash-pattern": [...(kindLooks[kind].dash.length > 0 ? kindLooks[kind].dash : [1, 0])],
        "line-cap": (kind === "refines" ? "round" : "butt") as "round" | "butt",
      },
    })),
    {
      selector: "edge[suggestion]",
      style: {
        "line-style": "dashed",
        "line-cap": "butt",
        "line-dash-pattern": [...suggestionLook.dash],
        "target-arrow-fill": "hollow",
      },
    },
    { selector: "edge.dim", style: { opacity: 0.14 } },
    { selector: "edge.near, edge.hover", style: { "z-index": 10, width: 3 } },
  ];
}
