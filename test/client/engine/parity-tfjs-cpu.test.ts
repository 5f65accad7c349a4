import { testParity } from "./parity.ts";

testParity("tfjs cpu");
