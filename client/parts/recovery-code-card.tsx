import type { Membership } from "../../shared/api/courses.ts";
import { formatRecoveryCode } from "../../shared/api/members.ts";
import { Button } from "./button.tsx";
import { CopyButton } from "./copy-button.tsx";

/** A recovery code, to be printed, copied or read aloud: whose it is, and where it is typed in. */
export function RecoveryCodeCard(props: {
  code: string;
  membership: { readonly title: Membership["title"]; readonly member: { readonly pseudonym: string } };
}) {
  return (
    <div class="recovery-card stack">
      <p>
        {props.membership.title} · <b>{props.membership.member.pseudonym}</b>
      </p>
      <p class="recovery-code">
        <code>{formatRecoveryCode(props.code)}</code>
      </p>
      <p class="muted">
        Type it in at {location.origin}/recover. Whoever has it is you: keep it to yourself.
      </p>
      <div class="row not-printed">
        <Button onClick={() => print()}>Print</Button>
        <CopyButton label="Copy the code" text={() => formatRecoveryCode(props.code)} />
      </div>
    </div>
  );
}
