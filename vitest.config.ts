import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

// wrangler.toml requires the secret and looks for it here.
process.env.SETUP_KEY = "a-key-for-tests-only";

/** What goes well waits for none of it; a busy machine is slow. */
const PATIENCE = { testTimeout: 120_000, hookTimeout: 120_000 };

/** `unit`: the pure core, the engines and the tools, in Node. `worker`: the Worker inside workerd, with real D1 and KV. */
export default defineConfig({
  test: {
    fsModuleCache: false, // the Workers pool needs it off at the root
    maxWorkers: 2, // vitest would leave one of two cores idle
    // What takes long and few changes touch, as in playwright.config.ts: the pipeline tries it too, and whoever sets CI.
    ...(process.env.CI === undefined && { testNamePattern: /^(?!.*@whole)/ }),
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["test/{shared,client,tools}/**/*.test.ts"],
          ...PATIENCE,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                MIGRATIONS: await readD1Migrations("worker/store/migrations"),
              },
            },
          })),
        ],
        test: {
          name: "worker",
          include: ["test/worker/**/*.test.ts"],
          ...PATIENCE,
        },
      },
    ],
  },
});
