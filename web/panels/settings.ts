import type { SummaryOutput } from "#queries/summary.ts";
import { h } from "../dom.ts";
import { count } from "../format.ts";
import type { Settings } from "../settings.ts";

/**
 * Chooses the layer, where there are several, and whether suggestions are drawn.
 *
 * @param change - told of other settings; the page is then read anew under them.
 */
export function settingsBar(
  layers: SummaryOutput["layers"],
  settings: Settings,
  change: (settings: Settings) => void,
): HTMLElement[] {
  return [
    ...(layers.length < 2 ? [] : [layerSelect(layers, settings, change)]),
    h(
      "button",
      {
        type: "button",
        class: "kind suggestions",
        "aria-pressed": String(settings.hasSuggestions),
        "data-key": "suggestions",
        title: "Relations that are not sure",
        onclick: () => change({ ...settings, hasSuggestions: !settings.hasSuggestions }),
      },
      "Suggestions",
    ),
  ];
}

function layerSelect(
  layers: SummaryOutput["layers"],
  settings: Settings,
  change: (settings: Settings) => void,
): HTMLElement {
  return h(
    "label",
    { class: "layers" },
    "found by",
    h(
      "select",
      {
        "data-key": "layer",
        onchange: (event: Event) =>
          change({ ...settings, extractor: (event.target as HTMLSelectElement).value }),
      },
      layers.map(({ id, isShown, claims }) =>
        h("option", { value: id, selected: isShown }, `${id} (${count(claims, "claim")})`),
      ),
    ),
  );
}
