import { readFileSync } from "node:fs";
import { parseDigits } from "../../shared/dataset/digits.ts";

/** The real digits, read from the repository as the Worker bundles them. */
export const digitsBytes = new Uint8Array(
  readFileSync(new URL("../../shared/dataset/digits.bin", import.meta.url)),
);
export const digits = parseDigits(digitsBytes);
