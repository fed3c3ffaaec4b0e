import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { htmlWriter } from "../../src/format/html.ts";
import { reading, report } from "../format/sample.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

const html = () => {
  const writer = htmlWriter();
  const long = report({ title: "Unbreakable".repeat(20), url: `https://${"a".repeat(60)}.example/` });
  return writer.head() + writer.reading(reading()) + writer.reading(reading({ report: long })) + writer.tail();
};

describe.skipIf(!process.env.HEARSAY_FULL || !CHROMIUM)("the page in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: FLAGS.split(" ") });
  });
  afterAll(() => browser.close());

  const open = async (width: number, scheme: "light" | "dark" = "light") => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.setContent(html());
    return page;
  };

  test.each([390, 768, 1440, 2560])("nothing runs over the edge at %d pixels", async (width) => {
    const page = await open(width);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    await page.close();
  });

  test.each(["light", "dark"] as const)("axe finds nothing to mend by %s", async (scheme) => {
    const page = await open(1440, scheme);
    await page.evaluate(AXE);
    const found = (await page.evaluate("axe.run()")) as { violations: { id: string; nodes: { html: string }[] }[] };
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
    await page.close();
  });

  test.each([390, 1440])(
    "pointing at words, and the Tab key, open the note of the innermost statement (%d)",
    async (width) => {
      const page = await open(width);
      const notes = () => page.locator("#r1 .full:visible").allInnerTexts();
      await page.locator("#r1 .words .c2").hover();
      expect(await notes()).toEqual([expect.stringMatching(/that the army might attack[\s\S]*warns/)]);
      await page.mouse.move(0, 0);
      expect(await notes()).toEqual([]);
      await page.locator("#tr1-s1").focus();
      expect(await notes()).toEqual([expect.stringContaining("We have no such plan")]);
      await page.keyboard.press("Enter");
      await page.locator("#tr1-s1").blur();
      expect(await page.evaluate("location.hash")).toBe("#r1-s1");
      expect(await notes()).toEqual([expect.stringContaining("We have no such plan")]);
      await page.close();
    },
  );
});
