export type GpuCalls = { dispatches: number; submits: number; readBacks: number };

/** What is asked of the GPU while `work` runs: every device of this process is wrapped once, by its classes. */
export async function countGpuCalls(work: () => Promise<unknown>): Promise<GpuCalls> {
  wrap();
  calls = { dispatches: 0, submits: 0, readBacks: 0 };
  await work();
  return calls;
}

let calls: GpuCalls = { dispatches: 0, submits: 0, readBacks: 0 };
let isWrapped = false;

function wrap(): void {
  if (isWrapped) return;
  isWrapped = true;
  const { dispatchWorkgroups } = GPUComputePassEncoder.prototype;
  GPUComputePassEncoder.prototype.dispatchWorkgroups = function (...size) {
    calls.dispatches++;
    return dispatchWorkgroups.apply(this, size);
  };
  const { submit } = GPUQueue.prototype;
  GPUQueue.prototype.submit = function (buffers) {
    calls.submits++;
    return submit.call(this, buffers);
  };
  const { mapAsync } = GPUBuffer.prototype;
  GPUBuffer.prototype.mapAsync = function (mode, ...range) {
    if (mode === GPUMapMode.READ) calls.readBacks++;
    return mapAsync.call(this, mode, ...range);
  };
}
