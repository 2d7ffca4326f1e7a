import { createDebateView, type DebateView } from "./debate-view.ts";
import { h, replaceContent } from "./dom.ts";
import { claimPanel } from "./panels/claim.ts";
import { commentPanel } from "./panels/comment.ts";
import { authorPanel, conceptPanel } from "./panels/concept.ts";
import { emptyNotice, nowhereNotice, refusalNotice } from "./panels/notices.ts";
import { searchPanel } from "./panels/search.ts";
import { startPanel } from "./panels/start.ts";
import { tracePanel } from "./panels/trace.ts";
import { type Navigate, searchText } from "./route.ts";
import type { State } from "./state.ts";

/** What the page is about. */
export interface MainView {
  show(state: State): void;
  /** Puts the focus on a claim, where a drawing shows it. */
  focus(claimId: string): boolean;
}

/** Shows a state in `main`; the drawing of a debate stays while what it shows changes. */
export function createMainView(main: HTMLElement, navigate: Navigate): MainView {
  let debateView: DebateView | null = null;
  return {
    show(state) {
      const { route, page, refusal } = state;
      if (page?.view !== "debate" || route.view !== "debate" || refusal !== null) {
        debateView?.destroy();
        debateView = null;
      }
      if (refusal !== null)
        replaceContent(main, refusal.code === "store.empty" ? emptyNotice() : refusalNotice(refusal));
      else if (page === null) replaceContent(main, h("p", { class: "quiet waiting" }, "Reading the map …"));
      else if (page.view === "debate" && route.view === "debate") {
        if (debateView === null) {
          debateView = createDebateView(navigate);
          main.replaceChildren(debateView.element);
        }
        debateView.update(page.debate, route);
      } else replaceContent(main, viewOf(state));
    },
    focus: (claimId) => debateView?.focus(claimId) ?? false,
  };
}

function viewOf({ page, route, similar }: State): HTMLElement {
  switch (page?.view) {
    case "start":
      return startPanel(page.summary, route);
    case "search":
      return searchPanel(page.found, searchText(route), route);
    case "claim":
      return h(
        "div",
        { class: "reading claim-view" },
        claimPanel(page.data, route, similar.get(page.data.claim.id)),
      );
    case "concept":
      return conceptPanel(page.shown, page.others, route);
    case "author":
      return authorPanel(page.shown, route);
    case "comment":
      return commentPanel(page.comment, route);
    case "trace":
      return tracePanel(page.trace, route);
    default:
      return nowhereNotice();
  }
}
