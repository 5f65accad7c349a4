import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { makeCollector, type ReadPage, type Standing } from "../../../../client/state/files/collect.ts";
import { makeCsvWriter, makeJsonWriter } from "../../../../client/state/files/writer.ts";
import { failure, success } from "../../../../shared/result.ts";

const TABLES = [
  { name: "members", holds: "who joined" },
  { name: "roster", holds: "rows of the roster" },
  { name: "runs", holds: "runs" },
];
const ROWS: Readonly<Record<string, readonly { readonly n: number }[]>> = {
  members: [{ n: 1 }, { n: 2 }, { n: 3 }],
  roster: [],
  runs: [{ n: 4 }, { n: 5 }],
};

/** A server of two rows a page that writes down what it was asked, and fails where `fails` says so. */
function makeServer(fails: (asked: number) => boolean = () => false) {
  const asked: string[] = [];
  const readPage: ReadPage<string> = async (table, after) => {
    asked.push(`${table} ${after ?? "-"}`);
    if (fails(asked.length)) return failure("away");
    const rows = ROWS[table] ?? [];
    const from = Number(after ?? 0);
    return success({
      table,
      rows: rows.slice(from, from + 2),
      next: from + 2 < rows.length ? String(from + 2) : null,
    });
  };
  return { asked, readPage };
}

function makeWhole(readPage: ReadPage<string>, onStanding: (standing: Standing) => void = () => {}) {
  return makeCollector({
    tables: TABLES,
    writer: makeJsonWriter({ course: 'ece "4803"' }),
    readPage,
    onStanding,
  });
}
const File = z.object({ course: z.string(), tables: z.record(z.string(), z.unknown()) });
const parse = async (file: Blob) => File.parse(JSON.parse(await file.text()));
const never = new AbortController().signal;
const WHOLE = { course: 'ece "4803"', tables: ROWS };

describe("A file of all tables", () => {
  test("holds every row of every page once, and tells how far it is", async () => {
    const { asked, readPage } = makeServer();
    const told: Standing[] = [];
    const file = await makeWhole(readPage, (standing) => told.push(standing)).run(never);
    expect(file.ok && (await parse(file.value))).toEqual(WHOLE);
    expect(asked).toEqual(["members -", "members 2", "roster -", "runs -"]);
    expect(told.map(({ at, rows }) => [at, rows])).toEqual([
      [0, 0],
      [0, 2],
      [1, 3],
      [2, 3],
      [3, 5],
    ]);
  });

  test("goes on after any failure where it was, and is the same in the end", async () => {
    for (let failing = 1; failing <= 4; failing++) {
      const { asked, readPage } = makeServer((n) => n === failing);
      const collector = makeWhole(readPage);
      expect(await collector.run(never)).toEqual({ ok: false, error: "away" });
      const file = await collector.run(never);
      expect(file.ok && (await parse(file.value))).toEqual(WHOLE);
      expect(asked).toHaveLength(5);
    }
  });

  test("is stopped between pages, and goes on", async () => {
    const { asked, readPage } = makeServer();
    const stopping = new AbortController();
    const collector = makeWhole(readPage, ({ rows }) => {
      if (rows === 2) stopping.abort();
    });
    await expect(collector.run(stopping.signal)).rejects.toThrow();
    const file = await collector.run(never);
    expect(file.ok && (await parse(file.value))).toEqual(WHOLE);
    expect(new Set(asked).size).toBe(4);
  });
});

describe("A table as CSV", () => {
  const write = (rows: readonly Record<string, unknown>[]) => {
    const writer = makeCsvWriter();
    return writer.begin() + writer.rows(rows.slice(0, 2), true) + writer.rows(rows.slice(2), false);
  };

  test("never holds a cell that a spreadsheet runs, and numbers stay numbers", () => {
    const evil = [
      "=1+1",
      "+1",
      "-1",
      "@SUM(A1)",
      "\t=1",
      "\r=1",
      "\n=1",
      "＝1",
      '=HYPERLINK("http://evil","x")',
    ];
    const rows = evil.map((name) => ({ name, number: -0.5, none: null, parts: { a: ["=1"] } }));
    const { data } = Papa.parse<string[]>(write(rows), { skipEmptyLines: true });
    expect(data[0]?.map((cell) => cell.replace("\uFEFF", ""))).toEqual(["name", "number", "none", "parts"]);
    expect(data.slice(1)).toEqual(evil.map((name) => [`'${name}`, "-0.5", "", '{"a":["=1"]}']));
  });

  test("reads back as it was: quotes, commas, lines and umlauts", () => {
    const names = ['Ada "the first", Countess', "Müller\nLänge", "plain"];
    const { data } = Papa.parse<string[]>(write(names.map((name) => ({ name }))), { skipEmptyLines: true });
    expect(data.slice(1).flat()).toEqual(names);
    expect(write([{ name: "x" }]).startsWith("\uFEFF")).toBe(true);
  });
});
