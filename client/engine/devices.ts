export type Backend = "webgpu" | "webgl" | "wasm" | "cpu";
