import { testAgainstPyTorch } from "./train-reference.ts";

testAgainstPyTorch("wasm", ["cae-80-raw"]);
