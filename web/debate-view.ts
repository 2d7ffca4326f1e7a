import type { DebateOutput } from "#queries/debate.ts";
import { createDebateDrawing, type DebateDrawing } from "./debate-drawing.ts";
import { selectDebate } from "./debate-selection.ts";
import { h, replaceContent } from "./dom.ts";
import { type DebateRoute, debateHead } from "./panels/debate.ts";
import { debateList } from "./panels/debate-list.ts";
import type { DebateFilter, Navigate } from "./route.ts";

/** The view of a debate: its head, the drawing or its twin in tables, and what is left out. */
export interface DebateView {
  readonly element: HTMLElement;
  update(debate: DebateOutput, route: DebateRoute): void;
  focus(claimId: string): boolean;
  destroy(): void;
}

export function createDebateView(navigate: Navigate): DebateView {
  const head = h("div", {});
  const body = h("div", { class: "debate-body" });
  const element = h("div", { class: "debate" }, head, body);
  let drawing: DebateDrawing | null = null;
  let shown: { debate: DebateOutput; route: DebateRoute } | null = null;

  const change = (filter: Partial<DebateFilter>) => {
    if (shown === null) return;
    const { route } = shown;
    navigate({ ...route, filter: { ...route.filter, ...filter } }, { replace: true });
  };
  const open = (id: string) => {
    if (shown !== null) navigate({ ...shown.route, open: id }, { replace: false });
  };

  return {
    element,
    update(debate, route) {
      shown = { debate, route };
      const selection = selectDebate(debate, route.filter);
      replaceContent(head, debateHead(debate, route, change));
      if (route.filter.as === "list") {
        drawing?.destroy();
        drawing = null;
        replaceContent(body, debateList(debate, selection, route));
        return;
      }
      if (drawing === null) {
        drawing = createDebateDrawing({ onOpen: open });
        body.replaceChildren(drawing.element);
      }
      drawing.update(debate, selection, route.open);
    },
    focus: (claimId) => drawing?.focus(claimId) ?? false,
    destroy() {
      drawing?.destroy();
      drawing = null;
    },
  };
}
