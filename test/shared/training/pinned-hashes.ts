/** SHA-256 of the safetensors that the kernels train from these references' specs: the same in Node, workerd and every browser. */
export const simdHashes = {
  "mlp-20": "6fc7c345ad911703b152b3cfe27ec2ac02366194f32e8af78f1befa238284beb",
  "mlp-20-batch-64": "585eca9da7f694949a005f591b6903f233d800501e45add96326f859bbef2193",
  "mlp-relu": "a3263be03fb3e055b390742446b9240b5f5dbe8e5d46c9a4a93b2e92582bb262",
  "mlp-deep-sigmoid": "83d4e73b6dfa0ff81a6acb2a3fb90430bcd4b1da8b25112e93c0ad7070f9b455",
  "anomaly-40-regularised": "aef3120c8d02bbd7f5f54ec8a380d28e0f14683ff1037931f9ce48dec3af54c4",
  "cae-1": "b85ee136b079abe7ed8e79f40b4dfed980f1ef2c90504e58655d6b6cc67aaaaf",
  "cae-relu": "cab2918fdf13e57bf2db4947a1860a342d859e91051bf6728b3480f4c31f5832",
  "cae-4-5x5": "fcb52b9bf71d52abc798ca45f5ec2e3c9af205efa02f6ade75143d232b1618e6",
  "cae-pool": "a4b6d69fa51bcc40fb28f5772812fc6bfa984349f4e0b688e2eb182f02a35022",
  "cae-transposed": "1cb8b4695445ef27a74c8575a5545db46b5c10ea4c887fc0fe7e3d74e625f26a",
  "cae-mixed": "01877692215d9b2682aec3185919d3db40d4f36b9f471483e4b0879571bed526",
  "cae-batch-100": "2ad2441ecd793701a0bd7f8feb6c552085cd6101d18d5b1d684a1c60213032a2",
} as const;

/** The same for exact moments: linear layers in float32, pairs of convolutions in double precision. */
export const momentsHashes = {
  "mlp-5": "bfe11b038ec54856058bbd529afc4bb96bfaa1884b5033d3504e437635bf5149",
  "mlp-20": "ef76a62dd58f7c92e59bd795e3960af6d787240689510a506e9c33d28f7e72d6",
  "mlp-200": "59ec9390cdb6e40a70f522aea33fd74768370733fe8cafa434726de30e745c09",
  "mlp-20-decay": "78b1b457d6cb72c0c2b8a8adb029bd46209a3ca4eff326f7dd92567059fd4a0d",
  "mlp-20-unit": "0bcb1ae044f8c2baef416d35220cfe24a4fe893e87f75554bdb9939dd2f357f9",
  "linear-4": "9727717e1ccad4b30fde64c64a5ea8a7b031cdfa8a81cd47fc59ef172e2a14ea",
  "anomaly-40": "6bccd2eefc3bc6afd1b963e0de1f2ca2524a9ee6ab31564a72c3090a01da439d",
  "cae-1": "b95e165b3dccfbbe894237674e74eae75ae3380d1cbbd2bf2e6c7c7c8bad716f",
  "cae-20": "945f99358aaa486e8a559095af9a7b642410dff828c48790aebb451822b108fc",
  "cae-80-raw": "8dc8acf1ff036818518c4669d391d9eca212dd5d2b87f2d41478c5660d6187c8",
  "cae-4-5x5": "09b9359ed82c4cd0814dd7507e73c7e6b73888c59055c5ae24eb1c335a24bb53",
} as const;
