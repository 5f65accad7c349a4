import { createRequire, registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * TensorFlow.js ships ES modules that only bundlers can read: imports without file endings, no "type": "module", a
 * `require` in the middle. Its CommonJS bundles load, but leave out the gradients. After this call Node reads its
 * ES modules as they are. Call it once, before the first import of the tfjs engine.
 */
export function letNodeReadTfjs(): void {
  Reflect.set(globalThis, "require", createRequire(import.meta.url));
  registerHooks({
    resolve(specifier, context, next) {
      if (/^@tensorflow\/[a-z-]+$/.test(specifier)) return next(`${specifier}/dist/index.js`, context);
      const isInside = specifier.startsWith(".") && isTfjsUrl(context.parentURL);
      if (!isInside && !specifier.startsWith("@tensorflow/")) return next(specifier, context);
      return firstThatResolves(endings(specifier), (candidate) => next(candidate, context));
    },
    load(url, context, next) {
      // What lies beside dist/ is emscripten's CommonJS.
      const isModule = isTfjsUrl(url) && url.includes("/dist/");
      return next(url, isModule ? { ...context, format: "module" } : context);
    },
  });
}

/** Where the wasm backend's binaries lie on disk; asks as the hooks above resolve. */
export function tfjsWasmFolder(): string {
  return fileURLToPath(new URL(".", import.meta.resolve("@tensorflow/tfjs-backend-wasm")));
}

function isTfjsUrl(url: string | undefined): boolean {
  return url?.includes("/node_modules/@tensorflow/") ?? false;
}

function endings(specifier: string): readonly string[] {
  return specifier.endsWith(".js") ? [specifier] : [`${specifier}.js`, `${specifier}/index.js`];
}

function firstThatResolves<T>(candidates: readonly string[], attempt: (candidate: string) => T): T {
  const [first = "", ...others] = candidates;
  if (others.length === 0) return attempt(first);
  try {
    return attempt(first);
  } catch {
    return firstThatResolves(others, attempt);
  }
}
