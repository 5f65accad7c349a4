import { testAgainstPyTorch } from "./train-reference.ts";

// The largest reference, half a minute on this backend, in a file of its own so that others run beside it.
testAgainstPyTorch(["cae-80-raw"]);
