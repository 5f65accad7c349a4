import bytes from "../shared/dataset/digits.bin";
import { type Digits, parseDigits } from "../shared/dataset/digits.ts";

/** The bytes that are served and the bytes that runs are checked against: the same ones. */
export const digitsBytes = new Uint8Array(bytes);

let parsed: Digits | undefined;
export function readDigits(): Digits {
  parsed ??= parseDigits(digitsBytes);
  return parsed;
}
