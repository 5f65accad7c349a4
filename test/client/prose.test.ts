import { describe, expect, it } from "vitest";
import { markdownToHtml } from "../../client/prose/markdown.ts";

/** Without the line ends between blocks. */
const html = (markdown: string) => markdownToHtml(markdown).trim();
/** Which formulas were found: the letters of each. */
const formulas = (markdown: string) =>
  Array.from(html(markdown).matchAll(/<math[^>]*>(.*?)<\/math>/gs), ([, math = ""]) =>
    math.replace(/<[^>]*>/g, ""),
  );

describe("formulas", () => {
  it("are MathML, in a line and on their own", () => {
    expect(html("$x$")).toBe(
      '<p><span class="katex"><math xmlns="http://www.w3.org/1998/Math/MathML"><mrow><mi>x</mi></mrow></math></span></p>',
    );
    expect(html("$$x$$")).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">');
  });

  it.each([
    ["so $a$ and $b$.", ["a", "b"]],
    ["so \\(a\\) and \\[b\\]", ["a", "b"]],
    ["so $$a$$ in a line", ["a"]],
    ["$$\na\n- b\n\n= c\n$$", ["a−b=c"]],
    ["\\[\na\n\\]\nand on", ["a"]],
    ["text\n$$\na\n- b\n$$\nmore", ["a−b"]],
    ["$a_1 * b_1 * c_1$", ["a1∗b1∗c1"]],
    ["- a list with $x$", ["x"]],
    ["| a | b |\n|---|---|\n| $x$ | $y$ |", ["x", "y"]],
    ["**bold $x$**", ["x"]],
    ["$\\$5$", ["$5"]],
  ])("in %j are %j", (markdown, expected) => {
    expect(formulas(markdown)).toEqual(expected);
  });

  it.each([
    "it costs $5 and $6",
    "from 5$ to 6$",
    "`$x$` and `\\(y\\)`",
    "```\n$$x$$\n$y$\n```",
    "    $x$ in indented code",
    "$ x $",
    "$$$$",
    "\\$x\\$",
    "a dollar $ alone",
  ])("are none in %j", (markdown) => {
    expect(formulas(markdown)).toEqual([]);
  });

  it("that cannot be read show their source and say why, and the rest of the text stands", () => {
    expect(html("before $\\frac{1}{$ after")).toBe(
      '<p>before <code class="prose-broken">\\frac{1}{</code> <span class="prose-reason">(this formula cannot be read: unexpected end of input in a macro argument, expected &#39;}&#39;)</span> after</p>',
    );
    for (const tex of ["\\nothing", "x^", "\\begin{aligned}", "}", "\\def\\a{\\a}\\a", "\\tag{1}", "a & b"])
      expect(html(`before $${tex}$ after`), tex).toMatch(/^<p>before <code.* after<\/p>$/s);
  });

  it("have letters that browsers draw without mathvariant", () => {
    const tex = "\\mathbb{R} \\mathbf{x}\\mathbf{12} \\mathcal{L} \\boldsymbol{\\theta} \\mathfrak{C}";
    expect(formulas(`$${tex}$`)).toEqual(["ℝ𝐱𝟏𝟐ℒ𝜽ℭ"]);
    expect(html(`$${tex}$`)).not.toContain("mathvariant");
  });

  it("have no style of their own", () => {
    expect(html("$\\htmlStyle{color: red}{x} $")).not.toContain(" style=");
    expect(html("$$\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}$$")).not.toContain(" style=");
  });
});

describe("plots", () => {
  const plot = (element: string) =>
    `<${element} class="prose-plot" data-plot="1f-plot" data-caption="How?"></${element}>`;

  it("on their own line stand on their own", () => {
    expect(html("![How?](plot:1f-plot)")).toBe(plot("div"));
  });

  it("in a line come below their paragraph", () => {
    expect(html("As ![How?](plot:1f-plot) shows")).toBe(`<p>As  shows</p>\n${plot("div")}`);
  });

  it("in a list stay there", () => {
    expect(html("- ![How?](plot:1f-plot)")).toContain(plot("span"));
  });

  it("are the only pictures; another one says so", () => {
    expect(html("![cat](https://example.org/cat.png)")).not.toContain("<img");
    expect(html("![cat](https://example.org/cat.png)")).toContain(
      "(picture “cat”: only plots of this homework can be shown here)",
    );
    expect(html("![cat](plot:../x)")).toContain("only plots");
  });
});

describe("what a student may not do", () => {
  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "JaVaScRiPt:x",
    "vbscript:x",
    "/c/demo/hw",
    "//example.org",
  ])("link to %s", (href) => {
    expect(html(`[words](${href})`)).toBe("<p>words</p>");
  });

  it("open a link in the page itself, or tell where one comes from", () => {
    expect(html("[words](https://example.org/?a=1&b=2)")).toBe(
      '<p><a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">words</a></p>',
    );
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<b onclick=x>b</b>",
    "<style>*{}</style>",
  ])("write HTML: %s is shown as it is written", (markup) => {
    expect(html(markup)).not.toMatch(/<(script|img|b|style)/);
    expect(html(`in a line ${markup}`)).not.toMatch(/<(script|img|b|style)/);
  });

  it("break out of an attribute", () => {
    expect(html('![a" onload="x](plot:1f-plot)')).toContain('data-caption="a&quot; onload=&quot;x"');
  });
});

it("headings of a text stand below those of its part", () => {
  expect(html("# One\n\n### Three")).toBe("<h4>One</h4>\n<h6>Three</h6>");
});

it("reads signs that are never closed about as fast as others", () => {
  for (const sign of ["$", "$$", "\\(", "\\[", "`", "![", "[", "*", "_"])
    expect(html(`${sign}word `.repeat(5_000)).length, sign).toBeGreaterThan(20_000);
});
