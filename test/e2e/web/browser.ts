import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { vi } from "vitest";
import type { Extractor } from "../../../src/extraction/extractor.ts";
import { mapFiles } from "../../../src/map-files.ts";
import { mapInputs } from "../../../src/pipeline.ts";
import { summary } from "../../../src/queries/registry.ts";
import { createApp } from "../../../src/server/app.ts";
import { listen } from "../../../src/server/listen.ts";
import { EmbeddedStore } from "../../../src/store/embedded/embedded-store.ts";

export const example = fileURLToPath(new URL("../../../examples/debate.jsonl", import.meta.url));
const configFile = fileURLToPath(new URL("../../../vite.config.ts", import.meta.url));

/** A page in Chromium, with everything that went wrong in it. */
export interface Tab {
  readonly page: Page;
  /** Console errors and warnings, uncaught exceptions, violations of the content security policy, dialogs. */
  readonly troubles: string[];
  close(): Promise<void>;
}

/** A real server over a real store, the page built from its sources, and Chromium. */
export interface Site {
  readonly url: string;
  map(files: readonly string[]): Promise<void>;
  /** Maps comments, given as records of the JSONL format. */
  mapRecords(name: string, records: readonly object[]): Promise<void>;
  /** Lets another extractor read what is mapped already. */
  readAgain(extractor: Extractor): Promise<void>;
  api<Answer>(path: string): Promise<Answer>;
  open(hash: string, options?: BrowserContextOptions): Promise<Tab>;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const directory = await mkdtemp(join(tmpdir(), "elenchus-web-"));
  const pageDir = join(directory, "page");
  await build({ configFile, logLevel: "silent", build: { outDir: pageDir, emptyOutDir: true } });
  const store = new EmbeddedStore(join(directory, "store"));
  const bugs: unknown[] = [];
  const server = await listen(createApp(store, { pageDir, onBug: (error) => bugs.push(error) }), { port: 0 });
  const browser: Browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const api = async <Answer>(path: string): Promise<Answer> => {
    const response = await fetch(new URL(`api/${path}`, server.url));
    return (await response.json()) as Answer;
  };
  const map = async (files: readonly string[]) => {
    const { failures } = await mapFiles(files, store);
    if (failures.length > 0) throw failures[0]?.error;
    await isSeen();
  };
  const isSeen = async () => {
    // A run publishes while it works, and the server follows a moment later: wait until it shows the end of it.
    const reader = await store.openReader();
    const expected = await summary.run(reader, summary.input.parse({}));
    await reader.close();
    const isShown = async () => isDeepStrictEqual(await api("summary"), expected);
    await vi.waitUntil(isShown, { timeout: 30_000, interval: 50 });
  };
  return {
    url: server.url,
    map,
    async mapRecords(name, records) {
      const path = join(directory, name);
      await writeFile(path, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
      await map([path]);
    },
    async readAgain(extractor) {
      const writer = await store.openWriter({ onMessage: () => {} });
      for await (const { change } of mapInputs([], writer.known, { extractor, glossary: [] }))
        await writer.apply(change);
      await writer.close();
      await isSeen();
    },
    api,
    async open(hash, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const page = await context.newPage();
      const troubles: string[] = [];
      await page.exposeFunction("reportTrouble", (trouble: string) => troubles.push(trouble));
      await page.addInitScript(`document.addEventListener("securitypolicyviolation", (event) =>
        reportTrouble("policy violated: " + event.violatedDirective + " " + event.blockedURI))`);
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) troubles.push(message.text());
      });
      page.on("pageerror", (error) => troubles.push(String(error)));
      page.on("dialog", (dialog) => {
        troubles.push(`dialog: ${dialog.message()}`);
        dialog.dismiss().catch(() => undefined);
      });
      await page.goto(server.url + hash);
      await page.locator("main h1").waitFor();
      return { page, troubles, close: () => context.close() };
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(directory, { recursive: true });
      if (bugs.length > 0) throw bugs[0];
    },
  };
}

/** Waits until the view that the address names is shown. */
export async function settled(page: Page): Promise<void> {
  // The address has changed already; the page hears of it in the next task.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  await page.waitForFunction(
    () =>
      document.querySelector("main[aria-busy], .waiting") === null &&
      document.querySelector("main h1") !== null,
  );
}
