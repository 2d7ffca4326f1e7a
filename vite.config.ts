import { defineConfig } from "vite";

export default defineConfig({
  root: "web",
  base: "./",
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2023",
    // The polyfill would be an inline script, which the content security policy forbids.
    modulePreload: { polyfill: false },
    // Inlined files would become data: URLs; fonts and styles may only come from the server itself.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
});
