import { useSearchParams } from "@solidjs/router";
import { ButtonLink } from "../../parts/button.tsx";
import { createTitle } from "../../parts/title.ts";

const DEVICE: Readonly<Record<string, string>> = {
  cleared: "This browser has deleted what it kept of the course.",
  kept: "This browser still keeps the drafts and runs that you made in the course; nobody else sees them.",
  failed:
    "This browser could not delete what it kept of the course. Delete the data of this site in the browser’s settings.",
};

/** Says that a student is gone from a course. */
export function ErasedPage() {
  const [search] = useSearchParams<{ device?: string }>();
  createTitle(() => "Erased");
  return (
    <div class="narrow stack">
      <div class="stack">
        <h1>You are erased from the course</h1>
        <p>
          No page, board or link of it shows you any more, and nothing lets you in. What is left of your runs
          and answers is deleted in the coming night.
        </p>
        <p>{DEVICE[search.device ?? ""] ?? "This browser has forgotten the course."}</p>
        <p class="muted">You can go on with the lab as a guest; with a join code you would be someone new.</p>
      </div>
      <div class="row">
        <ButtonLink kind="primary" href="/lab">
          Open the lab
        </ButtonLink>
      </div>
    </div>
  );
}
