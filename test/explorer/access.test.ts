import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { kinds, sample, timer, triggerNamed } from '../../src/index.js';
import { rowsToTry, testAtNight } from '../nightly.js';
import { drawn, go, missing, openSite, type Site } from './browser.js';
import { contrastProblems } from './contrast.js';

const mostTransferredBytes = 200_000;
const phone = { viewport: { width: 375, height: 812 } };

let site: Site;

describe.skipIf(missing !== undefined)(`access to the explorer${missing ? ` (${missing})` : ''}`, () => {
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());
  afterEach(() => expect(site.troubles.splice(0)).toEqual([]));

  describe.each(rowsToTry(['light', 'dark'] as const, 1))('%s', (theme) => {
    test('every text has enough contrast', async () => {
      const page = await site.open('#kind=timer', { colorScheme: theme });
      const states = [
        { kind: 'apigw' },
        { kind: 'cls', edge: 'zero-records' },
        { kind: 'timer', 'option.cron': '5' },
        { kind: 'invoke', view: 'json', lang: 'zh' },
        { kind: 'eventbridge', view: 'test' },
      ];
      for (const state of states) {
        await go(page, state);
        expect({ state, problems: await page.evaluate(contrastProblems) }).toEqual({ state, problems: [] });
      }
      await page.fill(
        '#own',
        JSON.stringify({ ...sample(timer), Time: 'yesterday', New: [1, null, true, 'a'] }),
      );
      await page.waitForSelector('#status.invalid');
      await page.waitForSelector('#issues .problem');
      await drawn(page);
      expect(await page.evaluate(contrastProblems)).toEqual([]);
    });

    test('a text without contrast would be found', async () => {
      const page = await site.open('#kind=timer', { colorScheme: theme });
      await page.evaluate(() => {
        const summary = document.getElementById('summary');
        if (summary !== null) summary.style.color = '#767676';
      });
      expect(await page.evaluate(contrastProblems)).toEqual([expect.stringMatching(/^p#summary\.: \d/)]);
    });
  });

  testAtNight('the theme is that of the system until one is chosen', async () => {
    const page = await site.open('#kind=timer', { colorScheme: 'dark' });
    const dark = () =>
      page.evaluate(() => getComputedStyle(document.body.parentElement as Element).backgroundColor);
    const first = await dark();
    expect(await page.getAttribute('#theme', 'aria-pressed')).toBe('true');
    await page.evaluate(() => document.querySelector('#view .row')?.setAttribute('data-kept', ''));
    await page.click('#theme');
    expect(await page.locator('[data-kept]').count()).toBe(1);
    expect(await dark()).not.toBe(first);
    expect(await page.getAttribute('#theme', 'aria-pressed')).toBe('false');
    expect(page.url()).toMatch(/#kind=timer&theme=light$/);
  });

  testAtNight(
    'Tab goes through the page in the order in which it is read, and shows where it is',
    async () => {
      const page = await site.open('#kind=timer&edge=message-json-null');
      const stops: string[] = [];
      for (let count = 0; count < 40; count++) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const at = document.activeElement;
          if (at === null || at === document.body) return undefined;
          const { outlineStyle, outlineWidth } = getComputedStyle(at);
          const isSeen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
          return `${at.id || at.textContent?.trim()}${isSeen ? '' : ' (without an outline)'}`;
        });
        if (stop === undefined) break;
        stops.push(stop);
      }
      expect(stops).toMatchInlineSnapshot(`
      [
        "skip",
        "language",
        "theme",
        "kind",
        "edge",
        "seed",
        "next",
        "hostile",
        "option-cron",
        "option-utcOffset",
        "own",
        "open",
        "The vendor’s page",
        "find",
        "tab-fields",
        "copy",
        "view",
        "cloud.tencent.com/document/product/583/9708",
        "cloud.tencent.com/document/product/583/9708",
        "cloud.tencent.com/document/product/583/9708",
        "cloud.tencent.com/document/product/583/11637",
      ]
    `);
    },
  );

  test('the keyboard alone chooses, opens and copies', async () => {
    const page = await site.open('#kind=cls');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('event');
    await page.focus('#tab-fields');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-json');
    await page.waitForURL('**view=json');
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL((url) => !url.hash.includes('view'));
    await drawn(page);
    await page.focus('#view .branch');
    const expanded = () => page.getAttribute('#view .branch', 'aria-expanded');
    expect(await expanded()).toBe('true');
    await page.keyboard.press('Enter');
    expect(await expanded()).toBe('false');
    await page.focus('#kind');
    await page.keyboard.press('ArrowDown');
    await drawn(page, 'cmq');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('kind');
  });

  test('a screen reader finds landmarks, names for all that acts, and hears of validity', async () => {
    const page = await site.open('#kind=cls&edge=zero-records');
    const headings = async () =>
      (await accessibilityTree(page)).filter(({ role }) => role === 'heading').map(({ name }) => name);
    // The browser makes this tree some time after the page.
    await expect
      .poll(async () => (await headings()).sort())
      .toEqual(['Opened', 'Rules', 'SCF event explorer', 'clslogs.data Base64, gzip, JSON', 'cls'].sort());
    const tree = await accessibilityTree(page);
    const roles = new Set(tree.map(({ role }) => role));
    for (const role of ['banner', 'form', 'main', 'complementary', 'tablist', 'tabpanel', 'status'])
      expect(roles).toContain(role);
    const acting = tree.filter(({ role }) =>
      ['button', 'link', 'textbox', 'combobox', 'slider', 'spinbutton', 'tab', 'tabpanel', 'form'].includes(
        role,
      ),
    );
    expect(acting.length).toBeGreaterThan(20);
    expect(acting.filter(({ name }) => name === '')).toEqual([]);
    expect(await page.getAttribute('#status', 'aria-live')).toBe('polite');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
  });

  test('speaks Chinese, but for values, names and code', async () => {
    const page = await site.open('#kind=cls&edge=zero-records', { locale: 'zh-CN' });
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
    const english = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const node = walker.currentNode.parentElement;
        const text = walker.currentNode.textContent?.trim() ?? '';
        const isData = node?.closest('[lang=en], select, code, pre, .tree, #name, h4, .place') !== null;
        if (!isData && /[a-z]{2,} [a-z]+ [a-z]{2,}/i.test(text.replaceAll(/"[^"]*"/g, ''))) found.push(text);
      }
      return found;
    });
    expect(english).toEqual([]);
    await page.click('#language');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.textContent('h1')).toBe('SCF event explorer');
    expect(page.url()).toContain('lang=en');
  });

  testAtNight('fits 375 pixels without scrolling sideways, whatever the event', async () => {
    const page = await site.open('#kind=apigw', phone);
    for (const view of ['fields', 'json', 'test', 'typescript', 'python', 'curl', 'command']) {
      for (const kind of view === 'fields' ? kinds : ['apigw']) {
        await go(page, { kind, view, hostile: 0.5 });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect({ kind, view, width }).toEqual({ kind, view, width: 375 });
      }
    }
  });

  test('transfers less than 200 KB, all kinds together', async () => {
    const page = await site.open('#kind=timer');
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.reload();
    await drawn(page, 'timer');
    const first = bytes;
    await page.fill('#own', '{"Records":[]}');
    await drawn(page, 'No known event');
    for (const kind of kinds) {
      await page.selectOption('#kind', kind);
      await drawn(page, kind);
    }
    console.log(`transferred in gzip: ${first} bytes for the first kind, ${bytes} for all`);
    expect(bytes).toBeGreaterThan(first);
    expect(bytes).toBeLessThan(mostTransferredBytes);
  });

  testAtNight('reacts as soon as it has drawn, on a slow processor', async () => {
    const page = await site.open('#kind=timer');
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    for (const kind of ['apigw', 'mps-workflow-task']) {
      await page.goto(`${site.address}?slow-${kind}#kind=${kind}&view=json`);
      await drawn(page, kind);
      await page.click('#next');
      await page.waitForURL('**index=1**');
      await drawn(page, kind);
      const next = sample(triggerNamed(kind), { index: 1 });
      expect(JSON.parse((await page.textContent('#view')) ?? '')).toEqual(next);
    }
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  });

  test('states in its markup what the server states in its headers', () => {
    const html = readFileSync(new URL('../../src/explorer/index.html', import.meta.url), 'utf8');
    expect(html).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self';/,
    );
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|https?:\/\//);
  });
});

async function accessibilityTree(page: Page): Promise<{ role: string; name: string }[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: String(role?.value), name: String(name?.value ?? '') }));
}
