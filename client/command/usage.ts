export const USAGE = `Trains autoencoders on the digits data and prints what it saw.

Usage: npm run -s lab -- train SPEC.json... [--engine ENGINE] [--device DEVICE] [--out DIR]
                                            [--checkpoint FILE] [--resume FILE]

  SPEC.json        an experiment spec (docs/spec.md); - reads one from standard input.
                   All are checked before the first is trained; several are trained as one sweep.
  --engine ENGINE  auto (default): exact moments where they can train the spec, else simd
                   moments: exact training, linear models on full batches only
                   simd: any spec, the same bits on every machine
                   tfjs: TensorFlow.js, any spec, to the same numbers
  --device DEVICE  with --engine tfjs: cpu (default), plain JavaScript, slow, for comparison; or
                   webgpu, the GPU by Dawn (Vulkan, Metal or Direct3D 12)
  --out DIR        keeps the weights: DIR/weights.safetensors for one spec,
                   DIR/SPEC_ID/weights.safetensors for each of several
  --checkpoint FILE
                   writes down all that training needs to go on, every half second, when it is stopped
                   (Ctrl-C), and at its end; one spec only
  --resume FILE    goes on from such a file, on the engine that wrote it unless --engine says
                   otherwise; simd and moments end with the same bits as without the stop
  --help           prints this

Prints one JSON object a spec on standard output, a line each, in order:
  { "specId", "engine", "device", "trainLoss": [one number an epoch], "metrics", "durationMs" }
and "resumed" after "trainLoss" where the run was resumed: [{ "epoch", "engine", "device", "after" }]

Exit status: 0 trained; 1 a run diverged or a file could not be written; 2 a bad spec or option, or no such device; 130 interrupted.
`;
