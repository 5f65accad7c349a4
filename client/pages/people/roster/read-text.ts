import { failure, type Result, success } from "../../../../shared/result.ts";

export type ReadText = {
  readonly text: string;
  /** What was guessed where the file says nothing of its letters and is not UTF-8. */
  readonly guessed: "Windows-1252" | null;
};

/**
 * The text of a file as spreadsheets save one: UTF-8, UTF-16 with its mark, or the letters of Western Windows, which Excel writes
 * unless told otherwise. Fails where it is a spreadsheet itself.
 */
export function readText(bytes: Uint8Array): Result<ReadText, string> {
  const starts = (...mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0)) return failure(SPREADSHEET);
  if (starts(0xff, 0xfe)) return success({ text: decode("utf-16le", bytes), guessed: null });
  if (starts(0xfe, 0xff)) return success({ text: decode("utf-16be", bytes), guessed: null });
  try {
    return success({ text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), guessed: null });
  } catch {
    return success({ text: decode("windows-1252", bytes), guessed: "Windows-1252" });
  }
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

const SPREADSHEET =
  "This is a spreadsheet. Open it, save it as CSV UTF-8 (File, Save As), and choose that file.";
