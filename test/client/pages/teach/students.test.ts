import { describe, expect, test } from "vitest";
import { diffClass, latestNews, sayNews } from "../../../../client/pages/teach/news.ts";
import { countMoved, filterStudents, NO_FILTER, sortStudents } from "../../../../client/pages/teach/order.ts";
import { plotOfNow } from "../../../../client/pages/teach/plot-of-now.ts";
import { countTroubles, findStuck, sayTrouble } from "../../../../client/pages/teach/stuck.ts";
import { listStudents, type Student } from "../../../../client/pages/teach/students.ts";
import { countParts, listHere } from "../../../../client/pages/teach/where.ts";
import type { Here } from "../../../../shared/api/live.ts";

const NOW = Date.parse("2026-03-02T10:00:00Z");
const parts = [
  { id: "1a", problem: 1 },
  { id: "1f", problem: 1 },
];

function student(id: string, more: Partial<Student> = {}): Student {
  return {
    ...{
      id,
      pseudonym: `${id}-otter-1`,
      name: "",
      section: "",
      states: ["empty", "empty"],
      ready: 0,
      part: "",
    },
    ...{ activeAt: "2026-03-02T09:00:00Z", runs: 0, lossCourse: "fell", failingRuns: 0 },
    ...{ submissions: 0, handedInAt: null },
    ...more,
  };
}

function here(member: string, more: Partial<Here> = {}): [string, Here] {
  return [member, { member, part: "1f", errors: {}, at: new Date(NOW - 10_000).toISOString(), ...more }];
}

test("columns become students, each with its own entry of every column", () => {
  const students = listStudents({
    students: {
      ...{
        id: ["a", "b"],
        pseudonym: ["x-1", "y-2"],
        name: ["", "Ada"],
        section: ["", "B"],
        states: ["01", "22"],
      },
      ...{
        part: ["", "1f"],
        activeAt: ["t", "u"],
        runs: [0, 3],
        engine: ["", "simd"],
        device: ["", "processor"],
      },
      ...{ lossCourse: ["fell", "rose"], failingRuns: [0, 2], submissions: [0, 1], handedInAt: [null, "v"] },
    },
  });
  expect(students[0]).toMatchObject({ id: "a", states: ["empty", "draft"], ready: 0 });
  expect(students[1]).toMatchObject({
    name: "Ada",
    states: ["ready", "ready"],
    ready: 2,
    lossCourse: "rose",
  });
});

test("who said nothing for a while is not here, and parts count who is", () => {
  const there = listHere(new Map([here("a"), here("b", { at: new Date(NOW - 200_000).toISOString() })]), NOW);
  expect([...there.keys()]).toEqual(["a"]);
  const students = [student("a", { states: ["ready", "draft"] }), student("b")];
  expect(countParts(parts, students, there)).toEqual([
    { id: "1a", problem: 1, ready: 1, draft: 0, empty: 1, here: 0 },
    { id: "1f", problem: 1, ready: 0, draft: 1, empty: 1, here: 1 },
  ]);
});

describe("who is stuck", () => {
  test("has errors that are more than a slip, or runs that do not fall; who is here comes first", () => {
    const students = [
      student("gone", { failingRuns: 9, lossCourse: "still" }),
      student("slipped"),
      student("here"),
      student("once", { failingRuns: 1, lossCourse: "rose" }),
    ];
    const there = new Map([
      here("slipped", { errors: { code: 1 } }),
      here("here", { errors: { code: 2, device: 1 } }),
    ]);
    const stuck = findStuck(students, there);
    expect(stuck.map(({ student }) => student.id)).toEqual(["here", "gone"]);
    expect(stuck.flatMap(({ troubles }) => troubles.map(sayTrouble))).toEqual([
      "code failed 2 times",
      "device failed once",
      "loss never moved in the last 9 runs",
    ]);
    expect(countTroubles(stuck)).toContainEqual({ kind: "loss", students: 1 });
  });
});

describe("what came in", () => {
  test("is what changed of a student since the last look, newest first", () => {
    const before = [student("a", { runs: 1 }), student("b")];
    const after = [
      student("a", { runs: 3, submissions: 2, activeAt: "2026-03-02T10:00:00Z" }),
      student("b"),
      student("c", { activeAt: "2026-03-02T10:05:00Z" }),
    ];
    const news = diffClass(before, after);
    expect(news.map((one) => [one.student, sayNews(one)])).toEqual([
      ["c", "joined"],
      ["a", "2 runs, handed in, number 2"],
    ]);
    expect(diffClass(after, after)).toEqual([]);
  });

  test("begins with who handed in last", () => {
    const students = [
      student("a", { submissions: 1, handedInAt: "2026-03-01T10:00:00Z" }),
      student("b"),
      student("c", { submissions: 1, handedInAt: "2026-03-02T10:00:00Z" }),
    ];
    expect(latestNews(students, 1).map((one) => one.student)).toEqual(["c"]);
  });
});

describe("the order of the matrix", () => {
  const students = [
    student("a", { name: "Zoë", section: "B", states: ["ready", "draft"], ready: 1 }),
    student("b", { name: "ada", section: "A", states: ["ready", "ready"], ready: 2, submissions: 1 }),
    student("c", { states: ["empty", "empty"] }),
  ];
  const all = { parts, here: new Map([here("c", { part: "1a" })]), stuck: new Set(["a"]) };
  const found = (filter: object) =>
    filterStudents(students, { ...all, filter: { ...NO_FILTER, ...filter } }).map(({ id }) => id);

  test("finds by name, pseudonym, section, state of a part, and who is there", () => {
    expect(found({ typed: " ZOË" })).toEqual(["a"]);
    expect(found({ typed: "c-otter" })).toEqual(["c"]);
    expect(found({ section: "A" })).toEqual(["b"]);
    expect(found({ part: "1f", is: "draft" })).toEqual(["a"]);
    expect(found({ part: "1a", is: "here" })).toEqual(["c"]);
    expect([found({ shown: "stuck" }), found({ shown: "notBegun" }), found({ shown: "handedIn" })]).toEqual([
      ["a"],
      ["c"],
      ["b"],
    ]);
  });

  test("sorts by name whatever its case, by progress, and by one part", () => {
    const sorted = (sorting: Parameters<typeof sortStudents>[1]["sorting"]) =>
      sortStudents(students, { sorting, parts }).map(({ id }) => id);
    expect(sorted("name")).toEqual(["b", "c", "a"]);
    expect(
      sortStudents([student("x", { name: "B 10" }), student("y", { name: "B 9" })], {
        sorting: "name",
        parts,
      })[0]?.name,
    ).toBe("B 9");
    expect(sorted("most")).toEqual(["b", "a", "c"]);
    expect(sorted("part 1f")).toEqual(["c", "a", "b"]);
  });

  test("counts whom a fresh order would move", () => {
    expect(countMoved(["a", "b", "c"], ["a", "b", "c"])).toBe(0);
    expect(countMoved(["a", "b", "c"], ["a", "b", "d", "c"])).toBe(1);
    expect(countMoved(["a", "b", "c"], ["b", "a", "c"])).toBe(2);
    expect(countMoved(["a", "b", "c"], ["a", "c"])).toBe(1);
  });
});

test("the plot of now is the last that a quarter of the class has come to", () => {
  const plots = ["1a", "1f"].map((part) => ({
    cell: `${part}-plot`,
    part,
    plot: "errorByWidth" as const,
    question: "?",
  }));
  const begun = (n: number) =>
    Array.from({ length: 4 }, (_, i) => student(`s${i}`, { states: ["ready", i < n ? "draft" : "empty"] }));
  expect(plotOfNow(plots, parts, begun(1))?.cell).toBe("1f-plot");
  expect(plotOfNow(plots, parts, begun(0))?.cell).toBe("1a-plot");
  expect(plotOfNow(plots, parts, [])?.cell).toBe("1a-plot");
  expect(plotOfNow([], parts, [])).toBeNull();
});
