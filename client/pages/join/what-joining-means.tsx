/** What a student agrees to, before anything is sent. */
export function WhatJoiningMeans() {
  return (
    <section class="stack promises">
      <h2>What joining means</h2>
      <dl>
        <dt>You get a pseudonym</dt>
        <dd>
          Such as quiet-otter-42: by it the class knows you, while the staff see your name, too. No address,
          no password: this browser remembers you, and a recovery code that you print brings you back from any
          other.
        </dd>
        <dt>Your finished runs are sent</dt>
        <dd>
          From then on each goes to the course: its spec, losses, numbers and weights. The server runs the
          model again, so a number on the board is never a claim. What you trained before stays on this device
          until you send it.
        </dd>
        <dt>Your class sees your best numbers</dt>
        <dd>Under the pseudonym, on the board. The course’s staff see all runs that were sent.</dd>
        <dt>The staff see where you are</dt>
        <dd>
          While the homework is open in front of you: which part you have in view, and whether something keeps
          failing there, so that they can come and help. Nothing that you type is seen before it is saved.
        </dd>
      </dl>
    </section>
  );
}
