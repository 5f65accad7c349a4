import { type CsvCell, writeCsv } from "../csv.ts";

/** One graded part of one student. */
export type FullPart = {
  readonly part: string;
  readonly points: number;
  readonly score: number;
  readonly adjustment: number;
  readonly comment: string;
  readonly version: number;
  readonly submission: number | null;
  readonly gradedBy: string;
  readonly gradedAt: string;
  readonly items: readonly {
    readonly id: string;
    readonly label: string;
    readonly points: number;
    readonly ticked: boolean;
  }[];
};

export type FullStudent = {
  readonly name: string;
  readonly pseudonym: string;
  readonly section: string;
  readonly studentId: string;
  readonly earned: number | null;
  readonly latePercent: number;
  readonly total: number | null;
  readonly parts: readonly FullPart[];
};

const HEADER = [
  ...["Student", "Pseudonym", "Student ID", "Section", "Earned", "Late percent", "Total"],
  ...[
    "Part",
    "Part points",
    "Part score",
    "Adjustment",
    "Comment",
    "Version",
    "Submission",
    "Graded by",
    "Graded at",
  ],
  ...["Item", "Item label", "Item points", "Ticked"],
];

/** A row for each student, part and rubric item; one for a part without a rubric, and for a student without a grade. */
export function writeFullCsv(students: readonly FullStudent[]): string {
  return writeCsv([HEADER, ...students.flatMap(rowsOf)]);
}

function rowsOf(student: FullStudent): CsvCell[][] {
  const { name, pseudonym, studentId, section, earned, latePercent, total, parts } = student;
  const who = [name, pseudonym, studentId, section, earned ?? "", latePercent, total ?? ""];
  if (parts.length === 0) return [[...who, ...HEADER.slice(who.length).map(() => "")]];
  return parts.flatMap((part) => rowsOfPart(part).map((cells) => [...who, ...cells]));
}

function rowsOfPart(part: FullPart): CsvCell[][] {
  const cells = [
    ...[part.part, part.points, part.score, part.adjustment, part.comment, part.version],
    ...[part.submission ?? "", part.gradedBy, part.gradedAt],
  ];
  if (part.items.length === 0) return [[...cells, "", "", "", ""]];
  return part.items.map(({ id, label, points, ticked }) => [...cells, id, label, points, ticked ? 1 : 0]);
}
