/**
 * What `read` makes of a content is made once, however many ask, and also where arranging has made another part
 * of the same content.
 */
export function memoizeContent<Result>(read: (content: Uint8Array) => Result): (content: Uint8Array) => Result {
  const results = new WeakMap<Uint8Array, { result: Result }>();
  return (content) => {
    const known = results.get(content) ?? { result: read(content) };
    results.set(content, known);
    return known.result;
  };
}
