import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build, type Plugin } from "vite";
import { DIGITS_PATH } from "../../shared/dataset/digits.ts";
import { ROOT } from "../install.mjs";
import { hashFiles } from "../lab/hash-files.ts";

/** Fonts in older forms are for browsers that the lab does not run in. */
const KEPT = /\.(js|css|wasm|woff2|svg|png)$/;

/** Bundles client/service-worker as /service-worker.js, a classic script of one file, with the list of what this build made. */
export function serviceWorker(): Plugin {
  return {
    name: "service-worker",
    apply: "build",
    applyToEnvironment: ({ name }) => name === "client",
    writeBundle: {
      order: "post",
      sequential: true,
      async handler({ dir = "" }) {
        const built = listFiles(dir);
        const version = hashFiles(built.map((file) => join(relative(ROOT, dir), file))).slice(0, 16);
        const files = [
          "/",
          ...built.filter((file) => KEPT.test(file)).map((file) => `/${file}`),
          DIGITS_PATH,
        ];
        writeFileSync(join(dir, "service-worker.js"), await bundle({ version, files }));
      },
    },
  };
}

async function bundle(made: { version: string; files: readonly string[] }): Promise<string> {
  const result = await build({
    configFile: false,
    root: join(ROOT, "client"),
    logLevel: "warn",
    publicDir: false,
    define: { BUILD: JSON.stringify(made) },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: join(ROOT, "client/service-worker/index.ts"), output: { format: "iife" } },
    },
  });
  const [script] = Array.isArray(result) || !("output" in result) ? [] : result.output;
  if (script === undefined) throw new Error("the service worker was not bundled");
  return script.code;
}

/** Every file under a folder, as the paths that serve it; dot files and rules for the server are not served. */
function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !/(^|\/)[._]/.test(file))
    .sort();
}
