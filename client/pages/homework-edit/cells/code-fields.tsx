import { createUniqueId } from "solid-js";
import { CodeEditor } from "../../../parts/code-editor.tsx";
import { type Bound, textAt } from "../fields/bound-field.tsx";
import { ChoiceField } from "../fields/choice-field.tsx";
import { fieldId } from "../fields/place-id.ts";
import { TextField } from "../fields/text-field.tsx";

const READS = [
  { value: "model", name: "a model that runs train" },
  { value: "dataset", name: "a Dataset" },
];
const SHAPES = [
  { value: [1, 64], name: "1 × 64, a row" },
  { value: [1, 8, 8], name: "1 × 8 × 8, an image" },
];

/** A class that the lab reads, with what the student begins from. */
export function CodeFields(props: Bound) {
  const id = createUniqueId();
  const starter = () => [...props.at, "starter"];
  return (
    <>
      <TextField {...props} at={[...props.at, "label"]} label="What the class is" />
      <div class="edit-pair">
        <ChoiceField {...props} at={[...props.at, "reads"]} label="The lab reads" choices={READS} />
        <ChoiceField
          {...props}
          at={[...props.at, "itemShape"]}
          label="One example’s shape"
          choices={SHAPES}
        />
      </div>
      <div class="field" id={fieldId(starter())}>
        <p class="field-label" id={`${id}-label`}>
          Starter
        </p>
        <CodeEditor
          source={textAt({ editor: props.editor, at: starter() })}
          hint="What the student begins from."
          labelledBy={`${id}-label`}
          describedBy={`${id}-help`}
          onChange={(source) => props.editor.type(starter(), source)}
          onReady={() => {}}
        />
        <p class="field-help" id={`${id}-help`}>
          Who leaves the starter as it is has written nothing. <kbd>Escape</kbd>, then <kbd>Tab</kbd>, leaves
          the editor.
        </p>
      </div>
    </>
  );
}
