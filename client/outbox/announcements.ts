import * as z from "zod/mini";

const CHANNEL = "latent-lab-outbox";
const Announcement = z.object({ changed: z.array(z.string()) });

/** Tells the other tabs which runs changed, and hears it from them. */
export function makeAnnouncements(onChanged: (ids: readonly string[]) => void) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    const parsed = z.safeParse(Announcement, data);
    if (parsed.success) onChanged(parsed.data.changed);
  };
  return {
    announce: (changed: readonly string[]) => channel.postMessage({ changed }),
    close: () => channel.close(),
  };
}
