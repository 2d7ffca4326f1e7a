import { api, Refusal } from "./api.ts";
import { loadPage, loadPanel } from "./load.ts";
import { createPage } from "./page.ts";
import type { SimilarClaims } from "./panels/similar.ts";
import { dataKey, formatRoute, parseRoute, type Route } from "./route.ts";
import { describeNews, type State } from "./state.ts";

const page = createPage({
  root: document.querySelector("#app") ?? document.body,
  announcer: document.querySelector("#announcer") ?? document.body,
  navigate: (route, { replace }) => {
    const address = formatRoute(route);
    if (replace) {
      history.replaceState(null, "", address);
      follow();
    } else location.hash = address;
  },
});

let state: State = {
  route: parseRoute(location.hash),
  page: null,
  refusal: null,
  panel: null,
  panelRefusal: null,
  similar: new Map(),
  counts: null,
  layers: [],
  revision: null,
  isConnected: true,
  news: null,
};
/** Which view `state.page` or its refusal belongs to. */
let loadedKey: string | null = null;
let loading = new AbortController();
let newsTimer: number | undefined;
/** Whether the store held nothing when the page was opened: its first publication is then news. */
let wasEmpty = false;

function set(change: Partial<State>): void {
  state = { ...state, ...change };
  page.render(state);
}

/** Goes to the address in the bar; asks the server only for what the view does not have yet. */
function follow(): void {
  const route = parseRoute(location.hash);
  const before = state.route;
  const isNewPage = dataKey(route) !== loadedKey;
  const isNewClaim = route.open !== before.open;
  state = { ...state, route, ...(route.open === null ? { panel: null, panelRefusal: null } : {}) };
  if (isNewPage) page.leave();
  else page.render(state);
  if (isNewPage || isNewClaim) void load(route, { isNewPage, isNewClaim, isMove: true });
}

async function load(
  route: Route,
  { isNewPage, isNewClaim, isMove }: { isNewPage: boolean; isNewClaim: boolean; isMove: boolean },
): Promise<void> {
  loading.abort();
  loading = new AbortController();
  const { signal } = loading;
  try {
    const [main, panel] = await Promise.all([
      isNewPage ? attempt(loadPage(route, signal)) : null,
      route.open === null ? null : attempt(loadPanel(route.open, signal)),
    ]);
    if (signal.aborted) return;
    if (main?.value?.view === "elsewhere") {
      history.replaceState(null, "", formatRoute(main.value.route));
      follow();
      return;
    }
    if (main !== null) loadedKey = dataKey(route);
    set({
      ...(main === null ? {} : { page: main.value, refusal: main.refusal }),
      panel: panel?.value ?? null,
      panelRefusal: panel?.refusal ?? null,
    });
    void addSimilar(signal);
    if (!isMove) return;
    if (isNewPage) page.arrived();
    if (isNewClaim || (isNewPage && route.open !== null)) page.opened();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
  }
}

/** Looks for what says nearly the same as the claims that are shown: afterwards, as it compares all claims. */
async function addSimilar(signal: AbortSignal): Promise<void> {
  const { page: main, panel } = state;
  const shown = [main?.view === "claim" ? main.data : null, panel?.view === "claim" ? panel.data : null];
  const found = new Map<string, SimilarClaims>();
  for (const { claim } of shown.filter((one) => one !== null)) {
    try {
      found.set(claim.id, (await api.similar(claim.id, signal)).items);
    } catch (error) {
      // Without an answer nothing is shown; a server that is gone says so elsewhere.
      if (signal.aborted || error instanceof Refusal) return;
      throw error;
    }
    if (signal.aborted) return;
    state = { ...state, similar: new Map(found) };
    page.fillSimilar(state);
  }
}

type Attempt<Value> =
  | { readonly value: Value; readonly refusal: null }
  | { readonly value: null; readonly refusal: Refusal };

async function attempt<Value>(promise: Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { value: await promise, refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { value: null, refusal: error };
    throw error;
  }
}

/** Asks again for everything that is shown, and says what is new. The view and the open claim stay. */
async function refresh(revision: number): Promise<void> {
  const before = state.counts;
  const isFirst = state.revision === null && !wasEmpty;
  const [summary] = await Promise.all([
    attempt(api.summary(1)),
    isFirst ? null : load(state.route, { isNewPage: true, isNewClaim: false, isMove: false }),
  ]);
  const counts = summary.value?.counts ?? null;
  const news = counts === null || isFirst ? null : describeNews(before, counts);
  set({ revision, counts, layers: summary.value?.layers ?? state.layers, news });
  if (news === null) return;
  page.announce(`${news}.`);
  clearTimeout(newsTimer);
  newsTimer = window.setTimeout(() => set({ news: null }), 12_000);
}

/**
 * Hears of publications while the page is seen. A browser keeps few connections to one server, and each open page
 * takes one; a hidden page gives its own back, and learns what it missed when it is seen again.
 */
function listen(): void {
  let events: EventSource | null = null;
  const connect = () => {
    events?.close();
    events = null;
    if (document.hidden) return;
    events = new EventSource("api/events");
    events.addEventListener("revision", (event) => {
      const { revision } = JSON.parse(event.data) as { revision: number | null };
      wasEmpty ||= revision === null;
      if (!state.isConnected) set({ isConnected: true });
      const isBack = state.refusal?.code === "page.offline";
      if (revision !== null && (revision !== state.revision || isBack)) void refresh(revision);
    });
    events.addEventListener("error", () => {
      if (state.isConnected) set({ isConnected: false });
    });
  };
  document.addEventListener("visibilitychange", connect);
  connect();
}

addEventListener("hashchange", follow);
void load(state.route, { isNewPage: true, isNewClaim: state.route.open !== null, isMove: true });
listen();
