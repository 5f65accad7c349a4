// `node tools/seed.ts URL` with SETUP_KEY in the environment seeds the demo course of any lab through its API.
import { seedAt } from "./demo/seed-at.ts";
import { main, ToolError } from "./lab/programs.ts";

await main(async () => {
  const [url] = process.argv.slice(2);
  const setupKey = process.env.SETUP_KEY;
  if (url === undefined || !URL.canParse(url)) {
    throw new ToolError(
      "Expected the address of a lab: SETUP_KEY=... node tools/seed.ts https://latent-lab.example.workers.dev",
    );
  }
  if (setupKey === undefined || setupKey === "") {
    throw new ToolError("Expected the lab's setup key: SETUP_KEY=... node tools/seed.ts URL");
  }
  await seedAt(url, setupKey);
  return 0;
});
