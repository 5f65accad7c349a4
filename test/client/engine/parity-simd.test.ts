import { testParity } from "./parity.ts";

testParity("simd");
