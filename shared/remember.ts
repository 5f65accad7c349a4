/** Data sets that a process has in use together: a course's problems, and one more. */
const MOST_KEYS = 4;

/**
 * Computes once for an owner and a key, told apart by its JSON, and forgets all but the last few keys: what runs on the
 * same data share. Nobody may write to what comes out.
 */
export function remember<O extends object, K, V>(compute: (owner: O, key: K) => V): (owner: O, key: K) => V {
  const known = new WeakMap<O, Map<string, V>>();
  return (owner, key) => {
    const values = known.get(owner) ?? new Map<string, V>();
    known.set(owner, values);
    const name = JSON.stringify(key);
    const value = values.get(name) ?? compute(owner, key);
    // The last one in is the last one out.
    values.delete(name);
    values.set(name, value);
    const [oldest] = values.keys();
    if (values.size > MOST_KEYS && oldest !== undefined) values.delete(oldest);
    return value;
  };
}
