/** The page of `explain --format html` in a real browser: Debian's Chromium. */
import { pathToFileURL } from "node:url";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { findOnPath } from "../support/find-on-path.ts";
import { makeFolder } from "../support/make-folder.ts";
import { command, describeWith } from "../support/requirements.ts";
import { runCli } from "../support/run-cli.ts";

const FILES = {
  "base.cfg": `#cloud-config
hostname: x
password: letmein-0123456789
write_files:
  - {path: "/a/${"very-long-name/".repeat(20)}", content: "<script>document.title = 'run'</script>"}
runcmd: [${"echo a b c d e f; ".repeat(20)}]
`,
  "web.cfg": "#cloud-config\nhostname: web1\nbootcmd: [echo b]\n",
  "<b onclick=alert(1)>.sh": "#!/bin/sh\necho '</pre><script>document.title = 1</script>'\n",
  "pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: nginx}]}\n",
};

/** Runs in the page: by how many pixels something reaches beyond the right edge of the window. */
const CUT_OFF = `Math.max(document.documentElement.scrollWidth,
  ...[...document.querySelectorAll("body *")].map((each) => each.getBoundingClientRect().right)) - window.innerWidth`;

describeWith([command("chromium")], "the page of explain", () => {
  let browser: Browser;
  let page: Page;
  let said: string[];
  let requested: string[];

  beforeAll(async () => {
    // Chromium's own sandbox does not run as root; the page is ours, and has no scripts.
    browser = await chromium.launch({ executablePath: findOnPath("chromium")!, args: ["--no-sandbox"] });
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    const folder = makeFolder(FILES);
    const sources = Object.keys(FILES).map((name) => join(folder, name));
    const { stdout } = await runCli(["explain", "--format", "html", ...sources]);
    const file = join(folder, "boot.html");
    writeFileSync(file, stdout);
    page = await browser.newPage();
    said = [];
    requested = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => requested.push(request.url()));
    await page.goto(pathToFileURL(file).href);
  });

  afterEach(() => page.close());

  test("loads nothing else, runs nothing, and says nothing to the console", async () => {
    expect(requested).toEqual([page.url()]);
    expect(said).toEqual([]);
    expect(await page.title()).toBe("What happens at boot");
    expect(await page.locator("script").count()).toBe(0);
  });

  test("shows the steps in their order, and no secret", async () => {
    const numbers = await page.locator("ol.steps > li > strong:first-child").allTextContents();
    expect(numbers.map((text) => Number.parseInt(text, 10))).toEqual(numbers.map((_, index) => index + 1));
    expect(await page.content()).not.toContain("letmein");
    expect(await page.locator(".lines").textContent()).toContain("(hidden: a secret)");
  });

  test("links the picture with the steps", async () => {
    await page.locator('svg a[href="#s3"]').click();
    expect(new URL(page.url()).hash).toBe("#s3");
    expect(await page.locator("#s3:target").count()).toBe(1);
  });

  test("unfolds the text of a part", async () => {
    const part = page.locator("details", { hasText: "<b onclick=alert(1)>.sh" });
    expect(await part.locator("pre").isVisible()).toBe(false);
    await part.locator("summary").click({ position: { x: 4, y: 12 } });
    expect(await part.locator("pre").isVisible()).toBe(true);
    expect(await part.locator("pre").textContent()).toBe(FILES["<b onclick=alert(1)>.sh"].trimEnd());
  });

  test.each([400, 1280])("is not cut off at %i pixels, light or dark", async (width) => {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const cut = await page.evaluate<number>(CUT_OFF);
      expect(cut).toBeLessThanOrEqual(0);
      expect((await page.screenshot({ fullPage: true })).length).toBeGreaterThan(10_000);
    }
  });
});
