import katex from "katex";
import { escapeHtml } from "./escape.ts";
import { styleLetters } from "./math-letters.ts";

/** A formula as MathML, which browsers draw with their own fonts; one that cannot be read shows its source and why. Never throws. */
export function renderMath(tex: string, displayMode: boolean): string {
  try {
    const options = { displayMode, output: "mathml", throwOnError: true, strict: "ignore" } as const;
    const math = katex.renderToString(tex, { ...options, maxExpand: 200, maxSize: 20 });
    return wrap(plain(math), displayMode);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `<code class="prose-broken">${escapeHtml(tex)}</code> <span class="prose-reason">(${escapeHtml(sayReason(reason))})</span>`;
  }
}

function wrap(math: string, displayMode: boolean): string {
  return displayMode ? `<span class="prose-formula">${math}</span>` : math;
}

/** KaTeX's markup without the copy of the source that stands beside it, and with letters that browsers know. */
function plain(markup: string): string {
  return markup
    .replace(/<annotation [^>]*>[^<]*<\/annotation>/g, "")
    .replace(/<\/?semantics>/g, "")
    .replace(
      /(<m[a-z]+) mathvariant="([a-z-]+)">([^<&]+)</g,
      (whole, tag: string, variant: string, text: string) =>
        variant === "normal" ? whole : `${tag}>${styleLetters(text, variant)}<`,
    );
}

/** `KaTeX parse error: Expected '}', got 'EOF' at end of input: …` in the reader's words. */
function sayReason(message: string): string {
  const short = message
    .replace(/^KaTeX parse error: /, "")
    .replace(/ at (position|end of input)[\s\S]*$/, "");
  return `this formula cannot be read: ${short.charAt(0).toLowerCase()}${short.slice(1)}`;
}
