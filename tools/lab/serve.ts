import { announce } from "./announce.ts";
import { demandFreePort } from "./port.mjs";
import { main } from "./programs.ts";
import { seedHere } from "./seed-here.ts";
import { type Server, startServer } from "./server.ts";
import { claimState } from "./state.ts";

/** What `npm start` and `npm run dev` share: `prepare`, serve, seed, announce, and stop at once when told to. */
export function serve({
  command,
  prepare,
  server,
}: {
  command: string;
  prepare: () => Promise<void>;
  server: (port: number) => Omit<Parameters<typeof startServer>[0], "url">;
}): Promise<void> {
  return main(async () => {
    const port = await demandFreePort(command);
    const url = `http://localhost:${port}`;
    claimState(url);
    let running: Server | undefined;
    let stopping = false;
    const stop = async () => {
      stopping = true;
      await running?.stop();
      process.exit(0);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);

    try {
      await prepare();
      running = await startServer({ ...server(port), url });
      if (stopping) return await stop();
      announce(url, await seedHere(url));
      const code = await running.ended;
      if (!stopping) console.error(`The server ended by itself (exit ${code}): run ${command} again.`);
      return 1;
    } catch (error) {
      await running?.stop();
      if (stopping) return 0;
      throw error;
    }
  });
}
