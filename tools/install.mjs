// Every command of package.json passes here first. Plain JavaScript for Node >= 20 with nothing installed: it installs what
// is missing, then runs the real program, TypeScript, on the Node that package-lock.json pins.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { statOf, takeLock } from "./processes.mjs";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MODULES = join(ROOT, "node_modules");
const WINDOWS = process.platform === "win32";
/** The pinned Node; there after `install()`. */
export const NODE = join(MODULES, "node", "bin", WINDOWS ? "node.exe" : "node");

/** Runs `npm ci` where node_modules is not what package-lock.json asks for, and says why. Exits 1 with words when npm fails. */
export function install() {
  if (whyInstall() === null) return;
  const release = takeLock(join(ROOT, ".lab", "installing"));
  try {
    const why = whyInstall();
    if (why !== null) npmCi(why);
  } finally {
    release();
  }
}

/**
 * Installs, then runs a script of this repository on the pinned Node with this process's arguments and exits as it does.
 * @param {string} script its path from the root
 */
export function installThenRun(script) {
  install();
  const guard = pathToFileURL(join(ROOT, "tools", "end-with-parent.mjs")).href;
  const child = spawn(NODE, ["--import", guard, join(ROOT, script), ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  if (process.connected) process.on("disconnect", () => child.kill("SIGTERM"));
  if (process.env.npm_lifecycle_event !== undefined) whenOrphaned(() => child.kill("SIGTERM"));
  child.on("error", (error) =>
    fail(`${NODE} does not start (${error.message}): delete node_modules, then run again.`),
  );
  child.on("exit", (code) => process.exit(code ?? 1));
}

/**
 * npm runs a shell that runs this. A signal to npm alone ends npm, or the shell, and is not handed on.
 * @param {() => void} end
 */
function whenOrphaned(end) {
  const shell = process.ppid;
  const [, npm] = statOf(shell);
  setInterval(() => {
    if (process.ppid !== shell || statOf(shell)[1] !== npm) end();
  }, 250).unref();
}

/**
 * What node_modules lacks, in words; null when it is whole.
 * @param {string} [modules] the folder to look at
 * @returns {string | null}
 */
export function whyInstall(modules = MODULES) {
  if (!existsSync(modules)) return "node_modules is missing";
  const installed = readPackages(join(modules, ".package-lock.json"));
  if (installed === null || (modules === MODULES && !existsSync(NODE))) return "node_modules is not whole";
  const wanted = readPackages(join(ROOT, "package-lock.json"));
  if (wanted === null) return null;
  for (const [path, { version, integrity, optional, devOptional }] of Object.entries(wanted)) {
    if (path === "") continue;
    const found = installed[path];
    if (found === undefined && (optional || devOptional)) continue;
    if (found === undefined || found.version !== version || found.integrity !== integrity) {
      return `package-lock.json asks for ${path.replace(/^.*node_modules\//, "")} ${version}, node_modules holds ${found?.version ?? "none"}`;
    }
  }
  return null;
}

/** @param {string} why */
function npmCi(why) {
  console.error(`Installing packages with npm ci: ${why}. This takes half a minute or so.`);
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.startsWith(MODULES));
  const { status, error } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    shell: WINDOWS,
    env: { ...process.env, PATH: path.join(delimiter) },
  });
  if (error) fail(`npm does not start (${error.message}): install Node with npm, then run again.`);
  if (status !== 0) {
    fail(
      `npm ci failed with exit ${status}; what it wrote stands above. It needs the package registry once: check the network, then run again.`,
    );
  }
  if (!existsSync(NODE)) {
    fail(
      "npm ci left out Node itself: allow install scripts (npm config get ignore-scripts), delete node_modules, then run again.",
    );
  }
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Package
 * @param {string} path
 * @returns {Record<string, Package> | null}
 */
function readPackages(path) {
  const text = readText(path);
  return text === "" ? null : JSON.parse(text).packages;
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}
