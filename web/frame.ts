import { h } from "./dom.ts";
import { link } from "./panels/parts.ts";

/** What always stands on the page: the bar on top, the view, and the panel beside it. */
export interface Frame {
  readonly searchBox: HTMLElement;
  readonly settings: HTMLElement;
  readonly status: HTMLElement;
  /** The view and the panel. */
  readonly shell: HTMLElement;
  readonly main: HTMLElement;
  readonly panel: HTMLElement;
  readonly panelBody: HTMLElement;
  readonly closeButton: HTMLElement;
}

/** Puts the frame into `root`, empty. */
export function createFrame(root: Element, { onClose }: { onClose: () => void }): Frame {
  const searchBox = h("div", { class: "top-search" });
  const settings = h("div", { class: "settings", role: "group", "aria-label": "What is read" });
  const status = h("p", { class: "status", hidden: true });
  const main = h("main", { id: "main", tabindex: "-1" });
  const panelBody = h("div", { class: "panel-body" });
  const closeButton = h(
    "button",
    { type: "button", class: "close", "aria-label": "Close", title: "Close (Esc)", onclick: onClose },
    "×",
  );
  const panel = h(
    "aside",
    { id: "panel", "aria-label": "Beside the view", hidden: true },
    closeButton,
    panelBody,
  );
  const shell = h("div", { class: "shell" }, main, panel);
  root.replaceChildren(
    h(
      "header",
      { class: "top" },
      link({ view: "start", open: null }, { class: "brand" }, "Elenchus"),
      searchBox,
      settings,
      status,
    ),
    shell,
  );
  return { searchBox, settings, status, shell, main, panel, panelBody, closeButton };
}
