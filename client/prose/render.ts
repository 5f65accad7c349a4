import createSanitizer from "dompurify";
import { markdownToHtml } from "./markdown.ts";

/** What Markdown and MathML need, and nothing that loads, submits, styles or runs. */
const ALLOWED_TAGS = [
  ...["p", "br", "hr", "strong", "em", "del", "code", "pre", "blockquote", "a", "span", "div"],
  ...["h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"],
  ...["math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "mfrac", "msqrt", "mroot", "mstyle"],
  ...["msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts"],
  ...["mtable", "mtr", "mtd", "mlabeledtr", "mpadded", "mphantom", "menclose", "merror"],
];
const ALLOWED_ATTR = [
  ...["href", "target", "rel", "class", "data-plot", "data-caption", "start", "align"],
  ...["display", "mathvariant", "mathcolor", "mathbackground", "mathsize", "stretchy", "fence", "separator"],
  ...["accent", "accentunder", "lspace", "rspace", "minsize", "maxsize", "largeop", "movablelimits", "form"],
  ...["linethickness", "scriptlevel", "displaystyle", "width", "height", "depth", "voffset", "notation"],
  ...["columnalign", "columnspacing", "rowspacing", "columnlines", "rowlines", "side", "xmlns"],
];

/** A student's or instructor's Markdown with math, as HTML that is safe to put into the page. */
export function renderProse(markdown: string): string {
  return createSanitizer.sanitize(markdownToHtml(markdown), { ALLOWED_TAGS, ALLOWED_ATTR });
}
