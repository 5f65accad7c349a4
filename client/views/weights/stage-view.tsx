import { createSignal } from "solid-js";
import { formatNumber } from "../../parts/numbers.ts";
import { Pager } from "../../parts/pager.tsx";
import { PictureGrid } from "../../parts/picture-grid.tsx";
import { reachOf } from "../../parts/pictures.ts";
import { sayReach } from "./end-words.ts";
import { describeLayer, describeShape } from "./layer-words.ts";
import type { Stage } from "./stage-pictures.ts";

const PAGE = 40;
const NUMBERS_PAGE = 400;
/** px; a number is a square, a channel a picture. */
const NUMBER_PX = 14;
/** As large as the image that it is to be like. */
const RECONSTRUCTION_PX = 64;

/** What one layer makes of the image. */
export function StageView(props: { stage: Stage; place: number; imageRange: readonly [number, number] }) {
  const [read, setRead] = createSignal(0);
  const pictures = () => props.stage.pictures;
  const isNumbers = () => pictures().width * pictures().height === 1;
  const size = () => (isNumbers() ? NUMBERS_PAGE : PAGE);
  const pictureSize = () => {
    if (props.stage.isLast) return RECONSTRUCTION_PX;
    return isNumbers() ? NUMBER_PX : undefined;
  };
  const at = () => Math.min(read(), pictures().count - 1);
  const page = () => Math.floor(at() / size());
  const range = () => (props.stage.isLast ? props.imageRange : reachOf(pictures().values));
  const say = (picture: number) => {
    const { values, height, width } = pictures();
    const one = Array.from({ length: height * width }, (_, i) => values[picture * height * width + i] ?? 0);
    if (props.stage.isLast) return "The reconstruction";
    if (isNumbers()) return `Number ${formatNumber(picture + 1)}: ${formatNumber(one[0] ?? 0)}`;
    return `Channel ${formatNumber(picture + 1)}: from ${formatNumber(Math.min(...one))} to ${formatNumber(Math.max(...one))}`;
  };
  return (
    <li class="stage">
      <h4>
        Layer {props.place + 1}. {describeLayer(props.stage.layer)}
        {props.stage.isLatent ? " (the latent)" : ""}
      </h4>
      <p class="picture-scale">
        {describeShape(props.stage.shape)}.{" "}
        {props.stage.isLast ? "In the colours of the image." : `${sayReach(range())}.`}
      </p>
      <PictureGrid
        pictures={pictures()}
        from={page() * size()}
        to={(page() + 1) * size()}
        size={pictureSize()}
        range={range()}
        ramp={props.stage.isLast ? "image" : "residual"}
        label={`Layer ${props.place + 1}`}
        read={at()}
        say={say}
        onRead={setRead}
      />
      <Pager
        name={isNumbers() ? "numbers" : "channels"}
        count={pictures().count}
        size={size()}
        page={page()}
        onPage={(to) => setRead(to * size())}
      />
      <p class="stage-reading">{say(at())}</p>
    </li>
  );
}
