import { Marked, type RendererObject, type Token, type Tokens } from "marked";
import { escapeHtml } from "./escape.ts";
import { MATH } from "./math-in-markdown.ts";

/** Headings of a text stand below those of its part, which is an h3. */
const FIRST_HEADING = 4;
const PLOT = /^plot:([a-z0-9-]{1,24})$/;
const SAFE_LINK = /^(https?:|mailto:)/i;

const RENDERER: RendererObject = {
  /** HTML that a student writes is shown as it is written. */
  html: ({ text }) => escapeHtml(text),
  heading({ tokens, depth }) {
    const level = Math.min(6, depth + FIRST_HEADING - 1);
    return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
  },
  /** A plot in a line comes below its paragraph. */
  paragraph({ tokens }) {
    const [plots, words] = [tokens.filter(isPlot), tokens.filter((token) => !isPlot(token))];
    const text = this.parser.parseInline(words);
    const paragraph = text.trim() === "" ? "" : `<p>${text}</p>\n`;
    return paragraph + plots.map((token) => `${renderPlot(token, "div")}\n`).join("");
  },
  link({ href, tokens }) {
    const words = this.parser.parseInline(tokens);
    if (!SAFE_LINK.test(href)) return words;
    return `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer">${words}</a>`;
  },
  checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
  image(image) {
    if (PLOT.test(image.href)) return renderPlot(image, "span");
    const words = image.text === "" ? image.href : image.text;
    return `<span class="prose-reason">(picture “${escapeHtml(words)}”: only plots of this homework can be shown here)</span>`;
  },
};

const MARKED = new Marked({ gfm: true, extensions: MATH, renderer: RENDERER });

/**
 * Markdown with math as HTML; a plot is an element with `data-plot` (its cell) and `data-caption`, for whoever shows it to fill.
 * What comes out is still to be sanitized.
 */
export function markdownToHtml(markdown: string): string {
  return MARKED.parse(markdown, { async: false });
}

function isPlot(token: Token): token is Tokens.Image {
  return token.type === "image" && PLOT.test(token.href);
}

function renderPlot({ href, text }: Tokens.Image, element: "div" | "span"): string {
  const [, cell = ""] = PLOT.exec(href) ?? [];
  return `<${element} class="prose-plot" data-plot="${cell}" data-caption="${escapeHtml(text)}"></${element}>`;
}
