import { ErrorBoundary, type JSX } from "solid-js";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";

/** A page that breaks says so in its place; the rest of the lab goes on. */
export function ErrorFence(props: { children: JSX.Element }) {
  return (
    <ErrorBoundary
      fallback={(error: unknown) => (
        <EmptyState
          tone="failed"
          level={1}
          title="This page stopped working"
          action={<Button onClick={() => location.reload()}>Load it again</Button>}
        >
          {error instanceof Error ? error.message : String(error)}. Runs that were finished are kept on this
          device.
        </EmptyState>
      )}
    >
      {props.children}
    </ErrorBoundary>
  );
}
