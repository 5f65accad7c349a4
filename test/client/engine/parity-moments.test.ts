import { testParity } from "./parity.ts";

testParity("moments");
