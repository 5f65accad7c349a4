// Makes shared/dataset/digits.bin from scikit-learn's digits.csv.gz (Debian: apt install python3-sklearn).
//   node tools/make-digits.ts [digits.csv.gz] [digits.bin]
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { DIGITS_COUNT, PIXELS } from "../shared/dataset/digits.ts";
import { ROOT } from "./install.mjs";
import { main, ToolError } from "./lab/programs.ts";

const DEBIAN = "/usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz";
const SHA256 = {
  source: "46abec6b12486ad9e51943373abcf22bbea1b5a51a1619b361570d8893f1464a",
  pixels: "8f26b2bd9d135c256808f68f14fdabddde6d9c7f869ae419704b051f0f14b3b3",
  labels: "8ba4f891220f5e4c9c819638d1602d74b83618f167043c6da52a2a247841ddf0",
};

await main(async () => {
  const [source = DEBIAN, target = join(ROOT, "shared/dataset/digits.bin")] = process.argv.slice(2);
  const file = readSource(source);
  demandHash({ bytes: file, expected: SHA256.source, what: source });
  const rows = gunzipSync(file).toString("utf8").trim().split("\n");
  const values = rows.map((row) => row.split(",").map(Number)); // [1797, 64 pixels and a label]
  const pixels = Uint8Array.from(values.flatMap((row) => row.slice(0, PIXELS)));
  const labels = Uint8Array.from(values.flatMap((row) => row.slice(PIXELS)));
  demandHash({ bytes: pixels, expected: SHA256.pixels, what: "the pixels" });
  demandHash({ bytes: labels, expected: SHA256.labels, what: "the labels" });
  writeFileSync(target, Buffer.concat([pixels, labels]));
  console.log(`Wrote ${target}: ${DIGITS_COUNT} images of ${PIXELS} pixels, then their labels.`);
  return 0;
});

function readSource(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new ToolError(
      `There is no ${path}: install Debian's python3-sklearn, or give the path of scikit-learn's digits.csv.gz.`,
    );
  }
}

function demandHash({ bytes, expected, what }: { bytes: Uint8Array; expected: string; what: string }): void {
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found === expected) return;
  throw new ToolError(
    `Refused: the SHA-256 of ${what} is ${found}, expected ${expected}. Nothing was written; take digits.csv.gz from scikit-learn unchanged.`,
  );
}
