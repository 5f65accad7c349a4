import { A, useNavigate } from "@solidjs/router";
import { createSignal } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { readCode } from "./code.ts";
import { WhatJoiningMeans } from "./what-joining-means.tsx";

export function CodeForm() {
  const navigate = useNavigate();
  const [complaint, setComplaint] = createSignal<string | null>(null);
  let input: HTMLInputElement | undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const code = readCode(input?.value ?? "");
    if (code.ok) navigate(`/join/${code.value}`);
    else {
      setComplaint(code.error);
      input?.focus();
    }
  };
  return (
    <>
      <h1>Join a class</h1>
      <form class="code-form" onSubmit={submit} noValidate>
        <Field
          label="Join code"
          help="4 to 12 letters and digits, from your instructor."
          complaint={complaint()}
        >
          {(control) => (
            <input
              {...control()}
              ref={input}
              class="input code-input"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              enterkeyhint="go"
              placeholder="K7QW2M"
              onInput={() => setComplaint(null)}
            />
          )}
        </Field>
        <Button kind="primary" size="large" type="submit">
          Find the class
        </Button>
      </form>
      <p>
        Joined before, on another device or in a browser that forgot you?{" "}
        <A href="/recover">Come back with your recovery code</A>.
      </p>
      <p>
        Teaching a class? <A href="/new">Make a course</A>.
      </p>
      <WhatJoiningMeans />
    </>
  );
}
