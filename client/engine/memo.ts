/** Computes once for each key, told apart by its JSON: what the runs of a sweep share, such as a split's images. */
export function memoByJson<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<string, V>();
  return (key) => {
    const name = JSON.stringify(key);
    const found = known.get(name);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(name, value);
    return value;
  };
}
