import { createEffect, createSignal, createUniqueId, on, untrack } from "solid-js";
import { canonicalJson } from "../../../../shared/spec/identity.ts";
import type { Bound } from "../fields/bound-field.tsx";

/** The whole spec as text. What is no JSON stays here with its complaint; what is goes into the draft, and is checked there. */
export function SpecJson(props: Bound) {
  const id = createUniqueId();
  const written = () => JSON.stringify(props.editor.valueAt(props.at), null, 2);
  const [typed, setTyped] = createSignal<string | null>(null);
  const [syntax, setSyntax] = createSignal<string | null>(null);
  // What was typed gives way to what the fields, or undoing, make of the spec.
  createEffect(
    on(
      () => canonicalJson(props.editor.valueAt(props.at) ?? null),
      (now) => {
        const text = untrack(typed);
        if (text === null || now === canonicalJson(parseText(text) ?? null)) return;
        setTyped(null);
        setSyntax(null);
      },
      { defer: true },
    ),
  );
  const complaint = () => syntax() ?? props.editor.complaintAt(props.at);
  const read = (text: string) => {
    setTyped(text);
    try {
      const value: unknown = JSON.parse(text);
      setSyntax(null);
      if (canonicalJson(value) !== canonicalJson(props.editor.valueAt(props.at) ?? null)) {
        props.editor.type(props.at, value);
      }
    } catch (error) {
      setSyntax(`This is no JSON yet, and not taken over: ${error instanceof Error ? error.message : error}`);
    }
  };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        Spec
      </label>
      <textarea
        id={id}
        class="input edit-json"
        rows={16}
        spellcheck={false}
        aria-describedby={`${id}-words`}
        aria-invalid={complaint() ? "true" : undefined}
        value={typed() ?? written()}
        onInput={(event) => read(event.currentTarget.value)}
        onBlur={() => {
          if (syntax() === null) setTyped(null);
        }}
      />
      <p class={complaint() ? "field-complaint" : "field-help"} id={`${id}-words`} aria-live="polite">
        {complaint() ?? "As docs/spec.md has it; the lab says at once what does not fit."}
      </p>
    </div>
  );
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
