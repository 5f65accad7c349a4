import { createRequire, registerHooks } from "node:module";

/**
 * TensorFlow.js ships ES modules that only bundlers can read: imports without file endings, no "type": "module", a
 * `require` in the middle. Its CommonJS bundles load, but leave out the gradients. After this call Node reads its
 * ES modules as they are. Call it once, before the first import of the tfjs engine.
 */
export function letNodeReadTfjs(): void {
  Reflect.set(globalThis, "require", createRequire(import.meta.url));
  registerHooks({
    resolve(specifier, context, next) {
      const isInside = specifier.startsWith(".") && isTfjs(context.parentURL);
      const candidates = isInside || isTfjs(specifier) ? endings(specifier) : [specifier];
      const found = firstThatResolves(candidates, (candidate) => next(candidate, context));
      return { ...found, url: found.url.replace(COMMONJS_BUNDLE, "/dist/index.js") };
    },
    load(url, context, next) {
      return next(url, isTfjs(url) ? { ...context, format: "module" } : context);
    },
  });
}

const COMMONJS_BUNDLE = /(?<=\/@tensorflow\/[a-z-]+)\/dist\/tf-[a-z-]+\.node\.js$/;

function isTfjs(place: string | undefined): boolean {
  return place?.includes("@tensorflow/") ?? false;
}

/** What a bundler would try. A package's name resolves as it is. */
function endings(specifier: string): readonly string[] {
  return [specifier, `${specifier}.js`, `${specifier}/index.js`];
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
