import { createAnalysis, readFinding } from "../../state/analysis.ts";
import type { ViewProps } from "../viewed-run.ts";
import { createGallery } from "./create-gallery.ts";
import { ManyWidths } from "./many-widths.tsx";
import { OneModel } from "./one-model.tsx";

/** Images and what is made of them: by this model, and by every width beside it. */
export function Reconstructions(props: ViewProps) {
  const analysis = createAnalysis("rebuilt", () => {
    const { key, spec, weights } = props.run;
    return { key, question: { spec, weights } };
  });
  const rebuilt = () => readFinding(analysis());
  const problem = () => {
    const now = analysis();
    return now.status === "failed" ? now.message : null;
  };
  const gallery = createGallery(props, rebuilt);
  return (
    <>
      <OneModel {...props} gallery={gallery} rebuilt={rebuilt()} problem={problem()} />
      <ManyWidths {...props} gallery={gallery} />
    </>
  );
}
