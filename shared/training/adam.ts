export const BETA_1 = 0.9;
const BETA_2 = 0.999;

/**
 * The bias corrections 1 - beta^t of torch.optim.Adam (Kingma and Ba, 2015), one step after another, in double precision
 * as Python has them; by multiplication, since a power may round as a machine likes. `done`: the steps before the first.
 */
export function makeAdamScalars(done = 0): () => { readonly bias1: number; readonly bias2: number } {
  let [power1, power2] = [1, 1];
  const next = () => {
    power1 *= BETA_1;
    power2 *= BETA_2;
    return { bias1: 1 - power1, bias2: 1 - power2 };
  };
  for (let step = 0; step < done; step++) next();
  return next;
}
