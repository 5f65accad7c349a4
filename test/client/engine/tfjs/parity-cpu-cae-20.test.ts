import { testAgainstPyTorch } from "./train-reference.ts";

testAgainstPyTorch(["cae-20", "cae-relu"]);
