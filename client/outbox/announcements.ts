import * as z from "zod/mini";

const Announcement = z.object({ changed: z.array(z.string()) });

/** Tells the other tabs which of what `name` stands for changed, and hears it from them. */
export function makeAnnouncements(name: string, onChanged: (ids: readonly string[]) => void) {
  const channel = new BroadcastChannel(`latent-lab-${name}`);
  channel.onmessage = ({ data }) => {
    const parsed = z.safeParse(Announcement, data);
    if (parsed.success) onChanged(parsed.data.changed);
  };
  return {
    announce: (changed: readonly string[]) => channel.postMessage({ changed }),
    close: () => channel.close(),
  };
}
