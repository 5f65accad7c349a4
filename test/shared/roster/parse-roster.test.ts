import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { MAX_ROSTER_ROWS } from "../../../shared/limits.ts";
import { parseRoster } from "../../../shared/roster/parse-roster.ts";

const people = (csv: string) => parseRoster(csv).people.map(({ line: _, ...person }) => person);
const wrong = (csv: string) => parseRoster(csv).wrong.map(({ line, why }) => `${line}: ${why}`);

const ADA = {
  ...{ name: "Ada Lovelace", email: "ada@example.edu", studentId: "902", section: "A" },
  ...{ canvasId: null, login: null },
};

describe("the people of a file", () => {
  test.each([
    ["as the issue has it", "name,email,student id,section\nAda Lovelace,ada@example.edu,902,A\n"],
    ["in any case and order", "SECTION, Student_ID ,E-Mail,Full Name\nA,902,ADA@example.edu,Ada Lovelace"],
    [
      "with a byte order mark and Windows' line ends",
      "\uFEFFName,Email,ID,Section\r\nAda Lovelace,ada@example.edu,902,A\r\n",
    ],
    [
      "with semicolons, as Excel saves them in Europe",
      "sep=;\nName;Email;ID;Section\nAda Lovelace;ada@example.edu;902;A",
    ],
    [
      "with tabs, as a spreadsheet is pasted",
      "Name\tEmail\tID\tSection\nAda Lovelace\tada@example.edu\t902\tA",
    ],
    [
      "with quotes around everything",
      '"Name","Email","ID","Section"\n"Ada Lovelace","ada@example.edu","902","A"',
    ],
    [
      "with first and last names apart",
      "Last Name,First Name,Email,ID,Section\nLovelace,Ada,ada@example.edu,902,A",
    ],
    [
      "with columns that mean nothing here",
      "Name,Major,Email,ID,Section\nAda Lovelace,Math,ada@example.edu,902,A",
    ],
    [
      "with the empty lines and cells of Excel",
      "Name,Email,ID,Section,,\n\nAda Lovelace,ada@example.edu,902,A,,\n,,,,,\n,,,,,\n",
    ],
    [
      "with spaces that are not seen",
      "Name,Email,ID,Section\n Ada\u00A0 Lovelace ,\u200Bada@example.edu ,902, A",
    ],
  ])("are read %s", (_, csv) => {
    expect(parseRoster(csv)).toMatchObject({ wrong: [], skipped: [] });
    expect(people(csv)).toEqual([ADA]);
  });

  test("keep umlauts, quotes, commas and lines within their cells, and leading zeros", () => {
    const [person] = people('Name,ID\n"Müller-Lüdenscheidt, ""Jo""\nJosé",00042');
    expect(person).toMatchObject({ name: 'Müller-Lüdenscheidt, "Jo" José', studentId: "00042" });
    expect(people("Name,ID\nMu\u0308ller,1")[0]?.name).toBe("Müller");
  });

  test("come from a Canvas gradebook, whose other rows are skipped and said so", () => {
    const csv = [
      "Student,ID,SIS User ID,SIS Login ID,Section,Homework 1 (77)",
      ",,,,,Manual Posting",
      "    Points Possible,,,,,100.00",
      '"Lovelace, Ada",5501,902,ada@example.edu,A and B,97.5',
      '"Student, Test",5599,,0f3c,A,',
    ].join("\n");
    expect(people(csv)).toEqual([
      {
        ...{ name: "Lovelace, Ada", email: "ada@example.edu", studentId: "902", section: "A and B" },
        ...{ canvasId: "5501", login: "ada@example.edu" },
      },
    ]);
    expect(parseRoster(csv).skipped.map(({ line, why }) => `${line}: ${why}`)).toEqual([
      "2: a setting of Canvas, no student",
      "3: the points possible of Canvas, no student",
      "5: the test student of Canvas",
    ]);
  });

  test("from Canvas without SIS columns have Canvas's id, no student id", () => {
    const csv = "Student,ID,Section,HW (1)\nPoints Possible,,,10\nAda,5501,A,9";
    expect(people(csv)[0]).toMatchObject({ canvasId: "5501", studentId: null });
  });

  test("come back from any file that says the same", () => {
    const word = fc
      .stringMatching(/^[A-Za-zÄÖÜäöüßé'"=+@-][A-Za-zÄÖÜäöüßé' ",;=+@-]{0,20}[a-z]$/)
      .map((text) => text.replaceAll(/\s+/g, " "));
    const person = fc.record({ name: word, section: word });
    const file = fc.record({
      list: fc.array(person, { minLength: 1, maxLength: 30 }),
      delimiter: fc.constantFrom(",", ";", "\t"),
      newline: fc.constantFrom("\n", "\r\n"),
      quotes: fc.boolean(),
      bom: fc.constantFrom("", "\uFEFF"),
      end: fc.constantFrom("", "\n", "\n\n,,,\n"),
      order: fc.shuffledSubarray(["name", "email", "student id", "section"], { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(file, ({ list, delimiter, newline, quotes, bom, end, order }) => {
        const rows = list.map(({ name, section }, i) => ({
          ...{ name, section, email: `s${i}@example.edu`, "student id": `0${i}` },
        }));
        const csv = Papa.unparse({ fields: order, data: rows }, { delimiter, newline, quotes });
        const tail = end.replaceAll(",", delimiter).replaceAll("\n", newline);
        const parsed = parseRoster(bom + csv + tail);
        expect(parsed.wrong).toEqual([]);
        expect(
          parsed.people.map(({ name, section, email, studentId }) => ({
            name,
            section,
            email,
            "student id": studentId,
          })),
        ).toEqual(rows);
      }),
    );
  });
});

describe("a line is wrong", () => {
  const HEAD = "Name,Email,Student ID,Section";
  test.each([
    ["without a name", ",a@b.edu,1,A", "2: the name is missing"],
    ["with an email that is none", "Ada,ada at home,1,A", "2: expected an email address, got “ada at home”"],
    [
      "with nothing to know its person by",
      "Ada,,,A",
      "2: expected a student id, an email or a Canvas id, by which to know the person again",
    ],
    [
      "with a comma too many",
      "Lovelace, Ada,a@b.edu,1,A",
      "2: expected 4 cells as in the first line, got 5: a text with a comma in it wants quotes",
    ],
    ["with a quote that is not closed", '"Ada,a@b.edu,1,A', "2: a quote is opened here and not closed"],
    [
      "with letters in another encoding",
      "M\uFFFDller,a@b.edu,1,A",
      "2: the name has letters that could not be read; save the file as CSV UTF-8",
    ],
    [
      "with a name as long as a text",
      `${"a".repeat(300)},a@b.edu,1,A`,
      "2: expected a name of at most 254 characters, got 300",
    ],
    [
      "with the student id of another",
      "Ada,a@b.edu,1,A\nBob,b@b.edu,1,A",
      "3: the student id 1 is on line 2 too",
    ],
    [
      "with the email of another in other letters",
      "Ada,a@b.edu,1,A\nBob,A@B.edu,2,A",
      "3: the email a@b.edu is on line 2 too",
    ],
  ])("%s", (_, lines, complaint) => {
    expect(wrong(`${HEAD}\n${lines}`)).toEqual([complaint]);
  });

  test("by its number in the file, also after a cell of several lines and empty lines", () => {
    expect(wrong('Name,ID\n"Ada\nLovelace",1\n\n,2')).toEqual(["5: the name is missing"]);
  });
});

describe("a file is wrong", () => {
  test.each([
    ["without anything in it", " \n", /^1: expected a first line/],
    [
      "without names",
      "Email,Section\na@b.edu,A",
      /^1: expected a column for names in the first line .*got “Email”, “Section”$/,
    ],
    ["without ids", "Name,Section\nAda,A", /^1: expected a column by which students are known again/],
    [
      "with two columns for one thing",
      "Name,Email,E-mail address\nAda,a@b.edu,c@d.edu",
      /^1: the columns “Email”, “E-mail address” are both read as email/,
    ],
    ["without a line below the first", "Name,ID\n", /^1: expected a line for each student/],
  ])("%s", (_, csv, complaint) => {
    const parsed = parseRoster(csv);
    expect(parsed.people).toEqual([]);
    expect(wrong(csv)).toHaveLength(1);
    expect(wrong(csv)[0]).toMatch(complaint);
  });

  test("with more people than a course takes, at the first that is too many", () => {
    const lines = (count: number) => Array.from({ length: count }, (_, i) => `Student ${i},${i}`).join("\n");
    expect(parseRoster(`Name,ID\n${lines(MAX_ROSTER_ROWS)}`).people).toHaveLength(MAX_ROSTER_ROWS);
    expect(wrong(`Name,ID\n${lines(MAX_ROSTER_ROWS + 1)}`)).toEqual([
      `${MAX_ROSTER_ROWS + 2}: a course takes 2000 people, this file has 2001: split the class into courses`,
    ]);
  });
});
