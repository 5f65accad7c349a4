import type { JoinCourse } from "../../shared/api/courses.ts";
import { MAX_ROSTER_ROWS } from "../../shared/limits.ts";
import { seatName } from "./seat-names.ts";

const SECTION_SEATS = 40;
/** Of the people on the roster, so many for every seat never come. */
const ABSENT_SHARE = 0.03;
const CANVAS_IDS = 70_000;
/** As Canvas exports its gradebook. */
const COLUMNS = "Student,ID,SIS User ID,SIS Login ID,Section";

/** Whom a class of so many seats expects, as Canvas lists them: the seats, without the few who are not on it, and some who never come. */
export function planRoster(seats: number): string {
  const people = seats + Math.ceil(seats * ABSENT_SHARE);
  const sections = Math.ceil(seats / SECTION_SEATS);
  const lines = Array.from({ length: people }, (_, person) => person)
    .filter((person) => person >= seats || isListed(person))
    .slice(0, MAX_ROSTER_ROWS)
    .map((person) => {
      const { first, last } = seatName(person);
      const section = String((person % sections) + 1).padStart(2, "0");
      return `${first} ${last},${CANVAS_IDS + person},${studentId(person)},${login(person)},${section}`;
    });
  return `${COLUMNS}\n${lines.join("\n")}\n`;
}

/** What a seat says of itself when it joins. */
export function seatClaim(seat: number): Omit<JoinCourse, "code"> {
  const { first, last } = seatName(seat);
  return { name: `${first} ${last}`, ...(isListed(seat) && { studentId: studentId(seat) }) };
}

/** One in forty changed the course late. */
function isListed(seat: number): boolean {
  return seat % 40 !== 23;
}

function studentId(person: number): string {
  return String(903_000_000 + person);
}

function login(person: number): string {
  const { first, last } = seatName(person);
  const plain = `${first}.${last}`
    .normalize("NFD")
    .replaceAll("ı", "i")
    .replaceAll("ø", "o")
    .replaceAll(/[^A-Za-z.]/g, "")
    .toLowerCase();
  return `${plain}${person}`;
}
