import { describe, expect, test } from "vitest";
import { buildErrorByWidth } from "../../../../client/plot/error-by-width.ts";
import type { Figure } from "../../../../client/plot/figure.ts";
import { buildSvg } from "../../../../client/plot/svg/build-svg.ts";
import { textWidth } from "../../../../client/plot/svg/text.ts";

const WIDTHS = [5, 20, 40, 80, 100, 200];

const errors: Figure = {
  question: "How do training and test error change with the hidden size?",
  columns: buildErrorByWidth(
    WIDTHS.flatMap((width) =>
      [1, 1.1].map((seed) => ({
        width,
        metrics: { trainMse: seed / width, testMse: (1.2 * seed) / width, randomMse: 1 },
      })),
    ),
    Float64Array.from({ length: 65 }, (_, h) => (64 - h) / 320),
  ),
  x: { name: "hidden size (neurons)", symbol: "h", ticks: WIDTHS },
  y: { name: "mean square error" },
  shape: "lines",
  note: "The band is the mean, one standard deviation over 2 seeds each way.",
  file: "error-by-width",
};

const histogram: Figure = {
  question: "Are the errors of other digits larger?",
  columns: {
    x: [0, 0.25, 0.5],
    rows: [0, 1],
    lines: [
      { label: "digit 2", meaning: "normal", values: [75, 25, 25] },
      { label: "other digits", meaning: "anomaly", values: [10, 90, 90] },
    ],
  },
  x: { name: "anomaly score (reconstruction error of an example)", symbol: "score" },
  y: { name: "share of the examples (%)", format: "number" },
  shape: "steps",
  note: "AUROC 0.9612",
  file: "anomaly-scores",
};

const size = { width: 640, frameHeight: 220 };

type Text = { readonly text: string; readonly left: number; readonly right: number; readonly y: number };

/** The texts of an SVG with the most that each takes. */
function readTexts(svg: string): readonly Text[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = "", text = ""]) => {
    const get = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1];
    const x = Number(get(" ?x"));
    const weight = get("font-weight") === "bold" ? "bold" : "normal";
    const wide = textWidth(text, Number(get("font-size")), weight);
    const before = { start: 0, middle: wide / 2, end: wide }[get("text-anchor") ?? "start"] ?? 0;
    return { text, left: x - before, right: x - before + wide, y: Number(get(" y")) };
  });
}

/** Every point that an absolute path of M, L, H and V goes through. */
function readPoints(svg: string): readonly (readonly [number, number])[] {
  return [...svg.matchAll(/<path d="([^"]*)"(?! transform)/g)].flatMap(([, d = ""]) => {
    let [x, y] = [0, 0];
    return [...d.matchAll(/([MLHVhv])([^MLHVZhv]*)/g)].map(([, command, numbers = ""]) => {
      const [a = 0, b = 0] = numbers.split(/[ ,]/).map(Number);
      if (command === "H" || command === "h") x = command === "h" ? x + a : a;
      else if (command === "V" || command === "v") y = command === "v" ? y + a : a;
      else [x, y] = [a, b];
      return [x, y] as const;
    });
  });
}

function viewBox(svg: string): readonly [number, number] {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  return [Number(width), Number(height)];
}

describe("nothing leaves the viewBox:", () => {
  const long = "a name of a line that is much longer than anyone would give it, with Wide Words";
  const cases: readonly (readonly [string, Figure, number])[] = [
    ["lines", errors, 640],
    ["lines on a phone", errors, 320],
    ["a histogram", histogram, 640],
    ["a histogram on a phone", histogram, 320],
    [
      "long names",
      {
        ...errors,
        columns: {
          ...errors.columns,
          lines: errors.columns.lines.map((line, i) => ({ ...line, label: `${i} ${long}`.slice(0, 40) })),
        },
      },
      320,
    ],
    ["a long question and note", { ...histogram, question: long.repeat(3), note: long.repeat(4) }, 360],
    ["large numbers", { ...histogram, columns: { ...histogram.columns, x: [0, 123_456.789, 250_000] } }, 400],
    ["one measurement", { ...errors, columns: { ...errors.columns, x: [5], rows: [0] } }, 640],
    ["nothing yet", { ...errors, columns: buildErrorByWidth([], "awaited") }, 640],
  ];
  test.each(cases)("%s", (_, figure, width) => {
    const svg = buildSvg(figure, { width, frameHeight: 200 });
    const [right, bottom] = viewBox(svg);
    expect(right).toBe(width);
    for (const text of readTexts(svg)) {
      expect(text.left, text.text).toBeGreaterThanOrEqual(0);
      expect(text.right, text.text).toBeLessThanOrEqual(right);
      expect(text.y, text.text).toBeLessThan(bottom);
    }
    for (const [x, y] of readPoints(svg)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(right);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(bottom);
    }
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("axes", () => {
  test("the x axis is marked where the figure says, the y axis at round numbers from 0", () => {
    const texts = readTexts(buildSvg(errors, size)).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(WIDTHS.map(String)));
    expect(texts).toEqual(expect.arrayContaining(["0", "0.1", "0.2"]));
    expect(texts).toContain("hidden size (neurons)");
    expect(texts).toContain("mean square error");
  });

  test("marks of the x axis that would touch are left out, the first and the last stay", () => {
    const marks = readTexts(buildSvg(errors, { width: 200, frameHeight: 200 })).filter(({ text }) =>
      WIDTHS.map(String).includes(text),
    );
    expect(marks[0]?.text).toBe("5");
    expect(marks.at(-1)?.text).toBe("200");
    for (const [i, mark] of marks.entries()) {
      const next = marks[i + 1];
      if (next !== undefined) expect(next.left).toBeGreaterThan(mark.right);
    }
  });

  test("a log axis is marked at 1, 2 and 5 of a decade and leaves out what is not above 0", () => {
    const columns = {
      x: [1, 2, 3],
      rows: [0, 1, 2],
      lines: [{ label: "train", meaning: "train" as const, values: [1, 0.1, 0] }],
    };
    const svg = buildSvg(
      { ...errors, columns, x: { name: "epoch", symbol: "epoch" } },
      { ...size, log: true },
    );
    const texts = readTexts(svg).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["0.1", "0.2", "0.5", "1"]));
    expect([...svg.matchAll(/transform="translate/g)]).toHaveLength(3); // two measurements, and the one beside the name
  });
});

test("each meaning has its dash and marker, a band where seeds differ, and its name beside a piece of its line", () => {
  const svg = buildSvg(errors, size);
  expect(svg).toContain('stroke="#1860bc"');
  expect(svg).toContain('stroke="#cc5903"');
  expect(svg).toMatch(/stroke="#6a7070" stroke-width="1.5" stroke-dasharray="5 4"/);
  expect([...svg.matchAll(/fill-opacity="0.18"/g)]).toHaveLength(2);
  expect([...svg.matchAll(/transform="translate/g)]).toHaveLength(2 * (WIDTHS.length + 1));
  const names = readTexts(svg).filter(({ text }) => ["train", "test", "PCA floor"].includes(text));
  expect(names.map(({ text }) => text)).toHaveLength(3);
  expect(Math.min(...names.map(({ left }) => left))).toBeGreaterThan(500);
});

test("a histogram is drawn as steps to its right edge, filled, with its names above the frame", () => {
  const svg = buildSvg(histogram, size);
  const [outline] = /<path d="M[^"]*" fill="none" stroke="#1a8ead"/.exec(svg) ?? [""];
  expect([...outline.matchAll(/H/g)]).toHaveLength(2);
  expect(svg).toMatch(/fill="#1a8ead" fill-opacity="0.3"/);
  expect(svg).toMatch(/fill="#ad0e3d" fill-opacity="0.1"/);
  const [name, axis] = ["digit 2", "share of the examples (%)"].map((wanted) =>
    readTexts(svg).find(({ text }) => text === wanted),
  );
  expect(name?.y).toBeLessThan(axis?.y ?? 0);
});

test("what the others are compared with is thinner, hollow, and has nothing below it", () => {
  const reference = {
    label: "plain model",
    meaning: "normal" as const,
    values: [50, 50, 50],
    isReference: true,
  };
  const bars = buildSvg({ ...histogram, columns: { ...histogram.columns, lines: [reference] } }, size);
  expect(bars).toContain('stroke="#1a8ead" stroke-width="1.5"');
  expect(bars).not.toMatch(/fill-opacity="0\.[1-9]/);
  const [train] = errors.columns.lines;
  if (train === undefined) throw new Error("the figures have lines");
  const compared = { ...train, isReference: true };
  const curve = buildSvg({ ...errors, columns: { ...errors.columns, lines: [compared] } }, size);
  expect(curve).toMatch(/transform="translate[^>]*fill="#ffffff" stroke="#1860bc"/);
});

test("what a label holds stays text: markup and quotes are escaped, control characters left out", () => {
  const [line] = histogram.columns.lines;
  const svg = buildSvg(
    {
      ...histogram,
      question: 'Is a < b & "c"?\u0000</text><script>',
      columns: {
        ...histogram.columns,
        lines: [{ ...line, label: "<b>&", meaning: "normal", values: [1, 2, 2] }],
      },
    },
    size,
  );
  expect(svg).toContain("<title>Is a &lt; b &amp; &quot;c&quot;?&lt;/text&gt;&lt;script&gt;</title>");
  expect(svg).toContain(">&lt;b&gt;&amp;</text>");
  expect(svg).not.toContain("<script");
});

test("says the figure in words for who cannot see it", () => {
  const svg = buildSvg(errors, size);
  expect(svg).toContain('role="img"');
  expect(svg).toMatch(
    /<desc>mean square error against hidden size \(neurons\)\. train: 0\.2100 at h 5, 0\.0053 at h 200\./,
  );
});

test("single models behind a line are drawn in a frame of their own, which cuts off what is beyond the span", () => {
  const crowd = [
    [1, 0.5],
    [1_000, 900],
    [null, 0.4],
  ];
  const columns = {
    x: [5, 20],
    rows: [0, 1],
    lines: [{ label: "test, median", meaning: "test" as const, values: [1, 0.45], crowd }],
    span: [0.4, 1] as const,
  };
  const svg = buildSvg({ ...errors, columns }, size);
  const [, frame = "", inside = ""] = /<svg (x=[^>]*)>(.*?)<\/svg>/.exec(svg) ?? [];
  expect(inside.match(/<path/g)).toHaveLength(2);
  const box = Object.fromEntries(
    [...frame.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  expect(box.viewBox).toBe(`${box.x} ${box.y} ${box.width} ${box.height}`);
  expect(Number(box.height)).toBe(size.frameHeight);
  expect(svg).not.toContain(">1000<");
});
