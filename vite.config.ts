import { defineConfig } from "vite";

/** The page of the workbench, built beside the compiled server. */
export default defineConfig({
  root: "src/web",
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
