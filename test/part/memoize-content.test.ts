import { expect, test, vi } from "vitest";
import { memoizeContent } from "../../src/part/memoize-content.ts";

test("reads each content once, whatever the result", () => {
  const read = vi.fn((content: Uint8Array) => (content.length === 0 ? undefined : content.length));
  const memoized = memoizeContent(read);
  const [empty, full] = [Buffer.alloc(0), Buffer.from("ab")];
  expect([memoized(empty), memoized(full), memoized(empty), memoized(full)]).toEqual([undefined, 2, undefined, 2]);
  expect(read).toHaveBeenCalledTimes(2);
  memoized(Buffer.from("ab"));
  expect(read).toHaveBeenCalledTimes(3);
});
