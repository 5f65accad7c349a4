import { testAgainstPyTorch } from "./train-reference.ts";

testAgainstPyTorch([
  ...["mlp-5", "mlp-20", "mlp-200", "mlp-relu", "mlp-20-batch-64"],
  ...["anomaly-40", "anomaly-40-regularised", "cae-1"],
]);
