import { testAgainstPyTorch } from "./train-reference.ts";

testAgainstPyTorch("cpu", ["cae-20", "cae-relu"]);
