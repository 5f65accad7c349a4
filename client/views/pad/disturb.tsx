import { Button } from "../../parts/button.tsx";
import { Help } from "../../parts/help.tsx";
import { formatNumber } from "../../parts/numbers.ts";
import { Slider } from "../../parts/slider.tsx";
import type { Pad } from "./create-pad.ts";

/** In pixels of 0 to 16: half of what a pixel can say. */
const MOST_NOISE = 8;

/** Turns what is on the pad, and adds noise to it. */
export function Disturb(props: { pad: Pad; disabled: boolean }) {
  return (
    <div class="pad-disturb">
      <Slider
        label="Rotation"
        value={props.pad.rotation()}
        {...{ min: -180, max: 180, step: 5 }}
        words={`${props.pad.rotation()}°`}
        disabled={props.disabled}
        onValue={props.pad.setRotation}
      />
      <Slider
        label="Noise"
        value={props.pad.noise().deviation}
        {...{ min: 0, max: MOST_NOISE, step: 0.25 }}
        words={`± ${formatNumber(props.pad.noise().deviation)} of 16`}
        disabled={props.disabled}
        onValue={props.pad.setDeviation}
      />
      <Button
        kind="quiet"
        disabled={props.disabled || props.pad.noise().deviation === 0}
        onClick={props.pad.drawNoiseAnew}
      >
        other noise (seed {props.pad.noise().seed})
      </Button>
      <Help summary="How it is turned and disturbed">
        <p>
          A turn takes each pixel from where it lay before: (u cos a − v sin a, u sin a + v cos a) from the
          centre, between pixels in proportion to how near the four around it are, and 0 from outside. Noise
          is Gaussian with this standard deviation, torch.manual_seed(seed) and torch.randn(64), and is not
          clipped to 0 to 16.
        </p>
      </Help>
    </div>
  );
}
