import { cloudflare } from "@cloudflare/vite-plugin";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";
import { serviceWorker } from "./tools/build/service-worker.ts";
import { makeStartChunk } from "./tools/build/start-chunk.ts";

/** The client and, through Cloudflare's plugin, the Worker with its local D1 and KV, in one process. */
export default defineConfig({
  root: "client",
  plugins: [
    solid(),
    cloudflare({
      configPath: "../wrangler.toml",
      persistState: { path: process.env.LAB_STATE ?? "../.lab" },
      inspectorPort: false,
    }),
    serviceWorker(),
  ],
  // Left to be discovered while a run trains, they would make vite reload the page in the middle of it.
  optimizeDeps: {
    include: [
      "@tensorflow/tfjs-core",
      "@tensorflow/tfjs-core/dist/register_all_gradients",
      "@tensorflow/tfjs-backend-cpu",
      "@tensorflow/tfjs-backend-webgl",
      "@tensorflow/tfjs-backend-webgpu",
      "uplot",
    ],
  },
  worker: { format: "es" },
  environments: {
    client: {
      build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: makeStartChunk() }] } } } },
    },
  },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    // The oldest browsers with light-dark(), which the tokens are written in.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    modulePreload: {
      // Those preload modules by themselves.
      polyfill: false,
      // The start page carries the list of what to preload: that of its own parts, not of every page's. The other pages' files
      // are on the device after the first visit.
      resolveDependencies: (file, dependencies) => (/\/home-[^/]*$/.test(file) ? dependencies : []),
    },
  },
});
