import { type DemoCourse, demoLinks } from "../demo/seed.ts";
import { setupKey, stateFolderName } from "./state.ts";

/** Prints what to open. */
export function announce(url: string, course: DemoCourse | null): void {
  console.log("\nLatent Lab is running. Ctrl-C stops it.\n");
  print("The lab", `${url}/`);
  if (course === null) {
    console.log(
      `  The demo course is there, but its keys are not in ${stateFolderName()}: npm run reset makes a new one.`,
    );
  } else {
    const { student, instructor, homework, board } = demoLinks(url, course);
    print(`${course.title}, as a student`, student);
    print(`${course.title}, as an instructor`, instructor);
    print("Its homework, for who has joined", homework);
    print("Its board", board);
  }
  print("Make a course of your own", `${url}/new#${setupKey()}`);
  console.log(`\nData: ${stateFolderName()} (npm run reset empties it).\n`);
}

function print(name: string, link: string): void {
  console.log(`  ${name.padEnd(34)}${link}`);
}
