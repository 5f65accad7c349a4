// `npm run bench`: times the engines beside PyTorch, TensorFlow.js and jax-js.
import { installThenRun } from "./install.mjs";

installThenRun("test/bench/main.ts");
