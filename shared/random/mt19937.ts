/** How many 32-bit words a generator's state has. */
export const GENERATOR_WORDS = 624;
const M = 397;

/** A generator's place in its sequence: 624 words, and which of them comes next. */
export type GeneratorState = { readonly words: Uint32Array; readonly next: number };

/**
 * The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998) seeded by `init_genrand`, which is what NumPy's
 * `RandomState(seed)` and PyTorch's `manual_seed(seed)` both run on. Seeds are 32 bits; a saved state goes on where it was.
 */
export class Mt19937 {
  private readonly state = new Uint32Array(GENERATOR_WORDS);
  private next = GENERATOR_WORDS;

  constructor(seed: number | GeneratorState) {
    if (typeof seed !== "number") {
      this.state.set(seed.words);
      this.next = seed.next;
      return;
    }
    this.state[0] = seed >>> 0;
    for (let i = 1; i < GENERATOR_WORDS; i++) {
      const previous = this.state[i - 1] ^ (this.state[i - 1] >>> 30);
      this.state[i] = Math.imul(1_812_433_253, previous) + i;
    }
  }

  save(): GeneratorState {
    return { words: this.state.slice(), next: this.next };
  }

  /** The next 32 bits, as an unsigned number. */
  nextUint32(): number {
    if (this.next === GENERATOR_WORDS) this.refill();
    let y = this.state[this.next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  private refill(): void {
    const { state } = this;
    const last = GENERATOR_WORDS - 1;
    for (let i = 0; i < last; i++) {
      const from = i + M < GENERATOR_WORDS ? i + M : i + M - GENERATOR_WORDS;
      state[i] = state[from] ^ twist(state[i], state[i + 1]);
    }
    state[last] = state[M - 1] ^ twist(state[last], state[0]);
    this.next = 0;
  }
}

function twist(word: number, next: number): number {
  const y = (word & 0x80000000) | (next & 0x7fffffff);
  return (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
}
