import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { kinds, triggerNamed } from '../../src/index.js';
import { rowsToTry } from '../nightly.js';
import { go, missing, openSite, type Site } from './browser.js';

let site: Site;

describe.skipIf(missing !== undefined)(`the explorer in Chinese${missing ? ` (${missing})` : ''}`, () => {
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());
  afterEach(() => expect(site.troubles.splice(0)).toEqual([]));

  // That every sentence has a Chinese one is seen for all kinds without a browser.
  test.each(rowsToTry(kinds, 1))('no English sentence stands in its main part: %s', async (kind) => {
    const page = await site.open('#kind=timer&lang=zh');
    const found: Record<string, string[]> = {};
    const { edgeCases } = triggerNamed(kind);
    // Those that deviate have problems to tell.
    const edges = edgeCases.filter(({ reports = [] }) => reports.length > 0).slice(0, 4);
    for (const edge of new Set(['', ...edgeCases.slice(0, 1), ...edges].map(nameOf))) {
      await go(page, { kind, edge, lang: 'zh' });
      const english = await englishIn(page);
      if (english.length > 0) found[edge] = english;
    }
    expect(found).toEqual({});
  });

  test('what is said of options and fields changes with the language', async () => {
    const page = await site.open('#kind=timer&lang=zh');
    expect(await page.textContent('#option-cron-about')).toContain('在该 cron 表达式命中的秒触发');
    expect(await page.textContent('#view')).toContain('固定为 "Timer"');
    await page.click('#language');
    await page.waitForFunction(() =>
      document.getElementById('view')?.textContent?.includes('Always "Timer"'),
    );
    expect(await page.textContent('#option-cron-about')).toContain('fire at seconds');
    expect(await page.textContent('#rules')).toMatch(/Time is a second that the calendar has/);
  });

  test('a problem is told in Chinese', async () => {
    const page = await site.open('#kind=cls&edge=zero-records&lang=zh');
    expect(await page.textContent('#why')).toBe('为何会使处理函数出错 records[0] 为 undefined');
    expect(await page.textContent('#issues p')).toBe('期望 至少一条记录，实际 空数组');
  });
});

const nameOf = (edge: string | { readonly name: string }): string =>
  typeof edge === 'string' ? edge : edge.name;

/** Texts of `main` with three English words in a row that are no values, names or code. */
function englishIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const quiet = 'code, pre, a, .value, .key, .place, h4 small';
    const walker = document.createTreeWalker(main ?? document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      if (parentElement?.closest(quiet) !== null) continue;
      const said = (textContent ?? '').replace(/"[^"]*"/gu, '');
      if (/[A-Za-z]{2,} [A-Za-z]+ [a-z]{2,}/.test(said)) found.push(said);
    }
    return found;
  });
}
