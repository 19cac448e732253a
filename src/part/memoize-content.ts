/** Caches what `read` returns for each content. Parts that arranging makes of the same content share the result. */
export function memoizeContent<Result>(read: (content: Uint8Array) => Result): (content: Uint8Array) => Result {
  const results = new WeakMap<Uint8Array, { result: Result }>();
  return (content) => {
    const known = results.get(content) ?? { result: read(content) };
    results.set(content, known);
    return known.result;
  };
}
