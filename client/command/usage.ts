export const USAGE = `Trains autoencoders on the digits data and prints what it saw.

Usage: npm run -s lab -- train SPEC.json... [--engine ENGINE] [--out DIR]

  SPEC.json        an experiment spec (docs/spec.md); - reads one from standard input.
                   All are checked before the first is trained; several are trained as one sweep.
  --engine ENGINE  auto (default): exact moments where they can train the spec, else simd
                   moments: exact training, linear models on full batches only
                   simd: any spec, the same bits on every machine
                   tfjs: TensorFlow.js on the processor: slow, for comparison
  --out DIR        keeps the weights: DIR/weights.safetensors for one spec,
                   DIR/SPEC_ID/weights.safetensors for each of several
  --help           prints this

Prints one JSON object a spec on standard output, a line each, in order:
  { "specId", "engine", "device", "trainLoss": [one number an epoch], "metrics", "durationMs" }

Exit status: 0 trained; 1 a run diverged or a file could not be written; 2 a bad spec or option; 130 interrupted.
`;
