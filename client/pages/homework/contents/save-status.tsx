import { sayAll } from "../../../drafts/words.ts";
import { StatusLine } from "../../../parts/status-line.tsx";
import type { Notebook } from "../../../state/notebook.ts";
import { sayTime } from "../say-time.ts";

/** Where the work is saved. Only what needs the student's attention is spoken: saving itself happens with every sentence. */
export function SaveStatus(props: { notebook: Notebook }) {
  const said = () => sayAll(props.notebook.standings(), sayTime);
  const spoken = () => (said().tone === "failed" || said().tone === "plain" ? said().words : "");
  return (
    <div class="save-status">
      <StatusLine tone={said().tone}>{said().words}</StatusLine>
      <p class="unseen" role="status">
        {spoken()}
      </p>
    </div>
  );
}
