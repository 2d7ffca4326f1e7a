import { h } from "../dom.ts";
import { formatRoute, noFilter } from "../route.ts";

/** The search box. The address changes when it is sent, and the page follows the address. */
export function searchForm({ text, isLarge }: { text: string; isLarge: boolean }): HTMLElement {
  const input = h("input", {
    type: "search",
    name: "q",
    value: text,
    placeholder: isLarge ? "Search claims and concepts" : "Search",
    "aria-label": "Search claims and concepts",
    autocomplete: "off",
    "data-key": isLarge ? "search large" : "search",
    maxlength: 300,
  });
  return h(
    "form",
    {
      class: isLarge ? "search large" : "search",
      role: "search",
      onsubmit: (event: Event) => {
        event.preventDefault();
        const words = input.value.trim();
        if (words !== "") location.hash = formatRoute({ view: "search", text: words, open: null });
      },
    },
    input,
    h("button", { class: isLarge ? "button primary" : "unseen", type: "submit" }, "Search"),
  );
}

/** Asks for two subjects; concepts are offered, any words will do. */
export function debateForm({
  a,
  b,
  concepts,
}: {
  a: string;
  b: string;
  concepts: readonly { readonly label: string }[];
}): HTMLElement {
  const field = (name: string, label: string, value: string) =>
    h("input", {
      name,
      value,
      "aria-label": label,
      list: "concepts",
      required: true,
      autocomplete: "off",
      "data-key": `debate ${name}`,
      maxlength: 300,
    });
  const left = field("a", "First subject", a);
  const right = field("b", "Second subject", b);
  return h(
    "form",
    {
      class: "debate-form",
      onsubmit: (event: Event) => {
        event.preventDefault();
        const [first, second] = [left.value.trim(), right.value.trim()];
        if (first !== "" && second !== "")
          location.hash = formatRoute({ view: "debate", a: first, b: second, filter: noFilter, open: null });
      },
    },
    left,
    h("span", { class: "versus", "aria-hidden": "true" }, "or"),
    right,
    h("button", { class: "button primary", type: "submit" }, "Show the debate"),
    h(
      "datalist",
      { id: "concepts" },
      concepts.map(({ label }) => h("option", { value: label })),
    ),
  );
}
