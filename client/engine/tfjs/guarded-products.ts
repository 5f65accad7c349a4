import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";

/**
 * TF.js's WebGPU kernels for matrix products read the second matrix past its last row and multiply what lies there, the next
 * matrix of a batch, by zero. Where that is NaN, of a run that diverged, its neighbour in the batch becomes NaN, too. From
 * here on those kernels read zeros there.
 */
export function guardProducts(backend: WebGPUBackend): void {
  const run = backend.runWebGPUProgram.bind(backend);
  backend.runWebGPUProgram = (program, ...given) => {
    if (program.uniforms?.includes("dimInner")) {
      const readSource = program.getUserCode.bind(program);
      program.getUserCode = () => guardReads(readSource());
    }
    return run(program, ...given);
  };
}

const UNGUARDED =
  /(fn mm_readB\(batch: i32, row: i32, col: i32\) -> \S+ \{\s*var value = [^;]+;)\s*(value = getB\(batch, \w+, \w+\);)/;

function guardReads(source: string): string {
  return source.replace(UNGUARDED, "$1\nif (row < uniforms.dimInner && col < uniforms.dimBOuter) { $2 }");
}
