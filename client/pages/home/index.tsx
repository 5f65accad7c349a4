import { A } from "@solidjs/router";
import { lazy } from "solid-js";
import { ButtonLink } from "../../parts/button.tsx";
import { WhenNear } from "../../parts/when-near.tsx";
import { LivingDigits } from "./living-digits.tsx";

const Story = lazy(async () => ({ default: (await import("./story.tsx")).Story }));

export function HomePage() {
  return (
    <div class="home">
      <section class="home-hero">
        <h1>What does a network keep of a digit?</h1>
        <p class="home-lede">
          An autoencoder squeezes an image into a few numbers and paints it again from those. This one is
          training now, in this page. Of the 64 pixels of an image it may keep 20 numbers.
        </p>
        <LivingDigits />
        <div class="row home-actions">
          <ButtonLink kind="primary" size="large" href="/lab">
            Train your own
          </ButtonLink>
          <ButtonLink size="large" href="/join">
            Join a class
          </ButtonLink>
          <span class="muted">
            No account. Everything trains on your machine. Teaching a class? <A href="/new">Make a course</A>.
          </span>
        </div>
        <a class="home-below" href="#figures">
          Below: the homework in three figures
        </a>
      </section>
      <WhenNear class="home-story" id="figures">
        <Story />
      </WhenNear>
    </div>
  );
}
