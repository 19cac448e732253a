import { expect, test } from "vitest";
import { extractApi } from "../../build/api-reference/extract-api.ts";
import { renderApi } from "../../build/api-reference/render-api.ts";

test("docs/api.md is current: `npm run docs` writes it", { timeout: 180_000 }, async () => {
  await expect(renderApi(extractApi())).toMatchFileSnapshot("../../docs/api.md");
});
