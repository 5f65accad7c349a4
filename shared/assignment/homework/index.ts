import type { Assignment } from "../assignment.ts";
import { PROBLEM_1 } from "./problem-1.ts";
import { PROBLEM_2 } from "./problem-2.ts";
import { PROBLEM_3 } from "./problem-3.ts";

/** The built-in homework, 100 points, as every new course gets it; an instructor's own is data of the same form. */
export const BUILT_IN_HOMEWORK: Assignment = {
  title: "Autoencoders",
  intro: `An autoencoder is a network that learns to give back what it is given, through a hidden layer that may be too narrow to copy it. What comes through is what it found worth keeping.

You will build three of them on 1,797 handwritten digits of 8 × 8 pixels, see what their size and their kind change, and use one to notice what it has never seen. After this homework you can say what an autoencoder does and why, tell its kinds apart, and regularize one on purpose.

Everything trains in this page, on your machine. Your work is saved as you go; run a cell as often as you like.`,
  reportTitle: "{last}_{first}_ECE_4803_sp22_assignment_6",
  coverLines: ["ECE 4803, Spring 2022", "Assignment 6: Autoencoders", "{first} {last}"],
  honour:
    "I did this homework myself. What I took from others, people or programs, I have named where I used it.",
  problems: [PROBLEM_1, PROBLEM_2, PROBLEM_3],
};
