import { ButtonLink } from "./button.tsx";

/** For who is no member of a class here: join it, or come back as who one was. */
export function WaysIn() {
  return (
    <>
      <ButtonLink kind="primary" href="/join">
        Join the class
      </ButtonLink>
      <ButtonLink href="/recover">Use your recovery code</ButtonLink>
    </>
  );
}
