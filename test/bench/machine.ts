import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, platform, release } from "node:os";
import * as z from "zod/mini";

/** A python3 that has torch; `blas` is what multiplies its matrices, by the name of the file. */
export type Torch = {
  readonly python: string;
  readonly version: string;
  readonly threads: number;
  readonly blas: string;
};

export type Machine = {
  readonly cpu: string;
  readonly cores: number;
  readonly system: string;
  readonly node: string;
  readonly torch: Omit<Torch, "python"> | null;
  readonly versions: Readonly<Record<string, string>>;
};

/** Debian keeps its packages from other pythons, so its own is asked too. */
const PYTHONS = ["python3", "/usr/bin/python3"];
const ASK = `
import json, os, re, torch
torch.set_num_threads(os.cpu_count())
maps = open("/proc/self/maps").read() if os.path.exists("/proc/self/maps") else ""
known = [re.search(name, maps) for name in ("mkl", "openblas", "blis", "atlas", "libblas")]
blas = next((found.group() for found in known if found), "its own BLAS")
print(json.dumps([torch.__version__, torch.get_num_threads(), blas]))
`;

/** The first python3 that has torch, and how many threads it gets; null where there is none. */
export function findTorch(): Torch | null {
  for (const python of PYTHONS) {
    try {
      const text = execFileSync(python, ["-c", ASK], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
      const [version, threads, blas] = z.tuple([z.string(), z.number(), z.string()]).parse(JSON.parse(text));
      return { python, version, threads, blas };
    } catch {
      // Not there, or without torch: the next one.
    }
  }
  return null;
}

export function readMachine(torch: Torch | null): Machine {
  const processors = cpus();
  return {
    cpu: processors[0]?.model ?? "unknown",
    cores: processors.length,
    system: `${platform()} ${release()}`,
    node: process.versions.node,
    torch: torch && { version: torch.version, threads: torch.threads, blas: torch.blas },
    versions: readVersions(),
  };
}

const Package = z.object({ devDependencies: z.record(z.string(), z.string()) });

/** The peers' versions, pinned exactly in package.json. */
function readVersions(): Record<string, string> {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const { devDependencies } = Package.parse(JSON.parse(text));
  const names = ["@tensorflow/tfjs-layers", "@jax-js/jax"];
  return Object.fromEntries(names.map((name) => [name, devDependencies[name] ?? "missing"]));
}
