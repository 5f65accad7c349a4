import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { createTitle } from "../../parts/title.ts";
import { CodeForm } from "./code-form.tsx";
import { InvitationPanel } from "./invitation-panel.tsx";

/** Joining a class: by its code, or by a link that has the code in it. */
export function JoinPage() {
  const params = useParams<{ code?: string }>();
  createTitle(() => "Join a class");
  return (
    <div class="narrow stack">
      <Show when={params.code} keyed fallback={<CodeForm />}>
        {(code) => <InvitationPanel code={code} />}
      </Show>
    </div>
  );
}
