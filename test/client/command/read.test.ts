import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "latent-lab-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm run -s lab -- read ARGS` in the folder of the classes. */
function read(args: readonly string[], input = "") {
  const tool = fileURLToPath(new URL("../../../tools/lab.mjs", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, "read", ...args], {
    ...{ cwd: folder, input, encoding: "utf8" },
  });
  return { code: status, out: stdout, err: stderr };
}

const MODELS = `import torch.nn as nn

class MLP(nn.Module):
    def __init__(self, hidden_size):
        super().__init__()
        self.linear_1 = nn.Linear(64, hidden_size)
        self.linear_2 = nn.Linear(hidden_size, 64)

    def forward(self, x):
        z = self.linear_1(x)
        return self.linear_2(z), z

class CAE(nn.Module):
    def __init__(self, num_kernels, bias=True):
        super().__init__()
        self.conv_1 = nn.Conv2d(1, num_kernels, 3, padding=1)
        self.conv_2 = nn.Conv2d(num_kernels, 1, 3, padding=1, bias=bias)

    def forward(self, x):
        return self.conv_2(self.conv_1(x))
`;
writeFileSync(join(folder, "models.py"), MODELS);
const linear = (from: number, to: number) => ({ kind: "linear", in: from, out: to });

test("read prints the layers and the latent of a class, and nothing else", () => {
  const { code, out, err } = read(["models.py", "--class", "MLP", "--set", "hidden_size=40"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toBe(`${JSON.stringify({ layers: [linear(64, 40), linear(40, 64)], latentAfter: 0 })}\n`);
});

test("several values may follow one --set, and the last class is read where none is named", () => {
  const { code, out } = read(["--input", "1x8x8", "--set", "num_kernels=3", "bias=True", "models.py"]);
  expect(code).toBe(0);
  expect(JSON.parse(out).layers[0]).toEqual({ kind: "conv2d", in: 1, out: 3, kernel: 3, padding: 1 });
});

test("a class comes on standard input as - ", () => {
  const { code, out } = read(["-", "--class=MLP"], MODELS);
  expect(code).toBe(0);
  expect(JSON.parse(out).layers).toEqual([linear(64, 5), linear(5, 64)]);
});

describe("a class that cannot be read ends with 2, nothing on stdout, and lines FILE:LINE:COLUMN: MESSAGE:", () => {
  writeFileSync(
    join(folder, "wrong.py"),
    MODELS.replace("return self.linear_2(z), z", "return self.linear2(h)"),
  );
  test.each([
    [
      ["wrong.py", "--class", "MLP"],
      "wrong.py:11:16: self.linear2 is never made; did you mean self.linear_2?\n" +
        "wrong.py:11:29: h is used before it is assigned; keep the hidden state, for example h = self.linear_1(x)\n",
    ],
    [
      ["models.py", "--set", "bias=False"],
      "models.py:17:63: nn.Conv2d with bias=False is not in the lab: its layers have a bias; leave bias out\n",
    ],
    [
      ["models.py", "--class", "MLP", "--set", "hiden_size=3"],
      "models.py:4:9: hiden_size is set, but is no parameter here; did you mean hidden_size?\n",
    ],
    [["models.py", "--class", "Mlp"], "models.py:1:1: there is no class Mlp; there is MLP\n"],
    [
      ["models.py", "--input", "1x64"],
      "models.py:20:28: nn.Conv2d(1, 80) of line 16 needs images of shape (N, channels, height, width), got (N, 1, 64); write x = x.view(-1, 1, 8, 8) before it\n",
    ],
  ])("%j", (args, lines) => {
    expect(read(args)).toEqual({ code: 2, out: "", err: lines });
  });
});

describe("a call of read that is wrong ends with 2 and says how it is meant:", () => {
  test.each([
    ["no file", [], "lab: read needs one FILE.py, got none"],
    ["two files", ["a.py", "b.py"], "lab: read needs one FILE.py, got a.py b.py"],
    ["a setting without a value", ["models.py", "--set", "hidden_size"], "lab: --set needs NAME=VALUE"],
    [
      "a shape of other size",
      ["models.py", "--input", "1x28x28"],
      "lab: --input needs a shape of 64 numbers",
    ],
    ["an unknown option", ["models.py", "--layers"], "lab: Unknown option '--layers'"],
  ])("%s", (_, args, message) => {
    const { code, out, err } = read(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.split("\n")[0]).toContain(message);
    expect(err).toContain("Usage: npm run -s lab -- read FILE.py");
  });

  test("a file that is not there", () => {
    const { code, out, err } = read(["missing.py"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^lab: missing\.py: cannot be read[^\n]*\n$/);
  });
});
