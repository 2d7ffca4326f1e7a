import { plainText } from "./author-text.ts";
import { replaceContent } from "./dom.ts";
import { createFrame, type Frame } from "./frame.ts";
import type { PanelData } from "./load.ts";
import { createMainView } from "./main-view.ts";
import { claimPanel } from "./panels/claim.ts";
import { debateSides } from "./panels/debate-sides.ts";
import { searchForm } from "./panels/forms.ts";
import { refusalNotice } from "./panels/notices.ts";
import { relationPanel } from "./panels/relation.ts";
import { settingsBar } from "./panels/settings.ts";
import { fillSimilar } from "./panels/similar.ts";
import { formatRoute, type Navigate, parseRoute, searchText } from "./route.ts";
import { readSettings, type Settings, withSettings } from "./settings.ts";
import type { State } from "./state.ts";

/** Screens so narrow that an open panel covers the view, as styles/small-screens.css arranges it. */
const narrow = "(max-width: 760px)";

/** The page as it stands in the browser. */
export interface Page {
  render(state: State): void;
  /** Shows what says nearly the same as the claims that are shown; all else stays as it is. */
  fillSimilar(state: State): void;
  /** A new view is being asked for: what is shown is marked as old. */
  leave(): void;
  /** A new view is shown: the focus goes to its heading, except when the page has just been opened. */
  arrived(): void;
  /** Another claim or relation is open: the focus goes to it, its words are scrolled to. */
  opened(): void;
  announce(message: string): void;
}

export function createPage({
  root,
  announcer,
  navigate,
}: {
  root: Element;
  announcer: Element;
  navigate: Navigate;
}): Page {
  let current: State | null = null;
  let opener: string | null = null;
  let isFirstView = true;

  const close = () => {
    if (current === null || current.route.open === null) return;
    const { route } = current;
    const key = opener;
    const claim = route.open;
    opener = null;
    navigate({ ...route, open: null }, { replace: false });
    // The view is drawn anew once the address has changed; the focus then goes back to where it came from.
    setTimeout(() => {
      const back =
        key === null ? null : document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      if (back !== null && back.closest(".layer") === null) back.focus();
      else if (claim === null || !view.focus(claim)) frame.main.focus({ preventScroll: true });
    });
  };
  const frame = createFrame(root, { onClose: close });
  const { main, panel, panelBody } = frame;
  const view = createMainView(main, navigate);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element) || panel.contains(target)) return;
    opener = target.getAttribute("data-key");
  });
  listenToLinks(frame);

  return {
    render(state) {
      const isNewSearch = current === null || searchText(current.route) !== searchText(state.route);
      current = state;
      main.removeAttribute("aria-busy");
      document.title = titleOf(state);
      showBar(frame, state, isNewSearch);
      // The panel first: its presence decides how wide the view is.
      showPanel(frame, state);
      view.show(state);
    },
    fillSimilar(state) {
      current = state;
      for (const section of frame.shell.querySelectorAll<HTMLElement>("[data-similar]"))
        fillSimilar(section, state.similar.get(section.dataset.similar ?? ""), state.route);
    },
    leave() {
      main.setAttribute("aria-busy", "true");
    },
    arrived() {
      const heading = main.querySelector<HTMLElement>("[data-heading]");
      if (!isFirstView) {
        window.scrollTo(0, 0);
        heading?.focus({ preventScroll: true });
      }
      isFirstView = false;
    },
    opened() {
      panelBody.scrollTop = 0;
      panelBody.querySelector<HTMLElement>("[data-panel-heading]")?.focus({ preventScroll: true });
      scrollToWords(panelBody);
    },
    announce(message) {
      announcer.textContent = message;
    },
  };
}

function listenToLinks({ shell, main }: Frame): void {
  // On a narrow screen a comment is shown without the claim beside it, which would cover it.
  shell.addEventListener("click", ({ target }) => {
    const to = target instanceof Element ? target.closest<HTMLAnchorElement>("a[data-to-comment]") : null;
    if (to !== null && matchMedia(narrow).matches)
      to.href = formatRoute({ ...parseRoute(to.hash), open: null });
  });
  // The skip link may not change the address, which names the view.
  document.querySelector("[data-skip]")?.addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
}

/** What the reader types into the search stays until another search is shown. */
function showBar({ searchBox, settings, status }: Frame, state: State, isNewSearch: boolean): void {
  if (isNewSearch || searchBox.childElementCount === 0)
    searchBox.replaceChildren(searchForm({ text: searchText(state.route), isLarge: false }));
  replaceContent(settings, ...settingsBar(state.layers, readSettings(location.search), changeSettings));
  searchBox.hidden = state.route.view === "start" && state.refusal === null;
  status.hidden = state.isConnected && state.news === null;
  status.textContent = state.isConnected ? (state.news ?? "") : "Not connected; trying again";
}

function showPanel({ shell, panel, panelBody, closeButton }: Frame, state: State): void {
  const { route, page, panel: data, panelRefusal } = state;
  const isDebate = page?.view === "debate" && route.view === "debate" && state.refusal === null;
  const isOpen = route.open !== null && (data !== null || panelRefusal !== null);
  panel.hidden = !isOpen && !isDebate;
  panel.classList.toggle("open", isOpen);
  shell.classList.toggle("with-panel", !panel.hidden);
  closeButton.hidden = !isOpen;
  panel.setAttribute("aria-label", isOpen ? "What is open" : "Who stands where");
  if (isOpen && panelRefusal !== null) replaceContent(panelBody, refusalNotice(panelRefusal));
  else if (isOpen && data !== null) replaceContent(panelBody, openPanel(data, state));
  else if (isDebate) replaceContent(panelBody, debateSides(page.debate, route));
  else panelBody.replaceChildren();
}

/** Brings the words that a claim was found in to the upper third of each comment in the panel. */
function scrollToWords(panelBody: HTMLElement): void {
  for (const box of panelBody.querySelectorAll<HTMLElement>("[data-scroll-to-mark]")) {
    const mark = box.querySelector<HTMLElement>("mark.said-words");
    if (mark === null) continue;
    const away = mark.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTop += away - box.clientHeight / 3;
  }
}

/** Opens the same view under other settings, which every question is asked under. */
function changeSettings(settings: Settings): void {
  location.assign(`${location.pathname}${withSettings(location.search, settings)}${location.hash}`);
}

function openPanel(panel: PanelData, { route, similar }: State): HTMLElement[] {
  if (panel.view === "relation") return relationPanel(panel.shown, route);
  return claimPanel(panel.data, route, similar.get(panel.data.claim.id));
}

function titleOf({ page, refusal, route }: State): string {
  const name = (() => {
    if (refusal !== null) return refusal.code === "store.empty" ? "Nothing mapped yet" : "Not found";
    switch (page?.view) {
      case "search":
        return `Search: ${searchText(route)}`;
      case "debate":
        return `${page.debate.a.label} or ${page.debate.b.label}`;
      case "claim":
        return page.data.claim.text;
      case "concept":
        return page.shown.concept.label;
      case "author":
        return page.shown.author.name;
      case "comment":
        return `Comment by ${page.comment.author?.name ?? "an unknown author"}`;
      case "nowhere":
        return "Not found";
      case "trace":
        return `Trace: ${page.trace.claim.text}`;
      default:
        return "";
    }
  })();
  return name === "" ? "Elenchus" : `${plainText(name).slice(0, 80)} · Elenchus`;
}
