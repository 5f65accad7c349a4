import { useLocation } from "@solidjs/router";
import { ButtonLink } from "../../parts/button.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";

export function NotFoundPage() {
  const location = useLocation();
  return (
    <EmptyState
      level={1}
      title="There is no page here"
      action={
        <>
          <ButtonLink kind="primary" href="/lab">
            Open the lab
          </ButtonLink>
          <ButtonLink href="/">Start page</ButtonLink>
        </>
      }
    >
      The lab has no page <code>{location.pathname}</code>. If a link led you here, part of it may be missing:
      copy it again.
    </EmptyState>
  );
}
