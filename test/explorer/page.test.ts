import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { edgeCaseNamed, kinds, sample, samples, timer, triggerNamed } from '../../src/index.js';
import { casesToTry, isNightly, rowsToTry, testAtNight } from '../nightly.js';
import { drawn, go, missing, openSite, type Site } from './browser.js';

let site: Site;

describe.skipIf(missing !== undefined)(`the explorer in a browser${missing ? ` (${missing})` : ''}`, () => {
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());
  afterEach(() => expect(site.troubles.splice(0)).toEqual([]));

  test.each(rowsToTry(kinds, 2))('%s is drawn, checks clean, and is what the library draws', async (kind) => {
    const page = await site.open('#view=json');
    const wanted = { seed: 'a seed', index: 7, hostile: 0.2 };
    await go(page, { kind, view: 'json', ...wanted });
    expect(await page.textContent('#view')).toBe(JSON.stringify(sample(triggerNamed(kind), wanted), null, 2));
    expect(await page.getAttribute('#status', 'class')).toBe('status valid');
    await page.click('#tab-fields');
    await page.waitForSelector('#view .row');
  });

  test('an edge case says why it breaks handlers, and where it deviates', async () => {
    const page = await site.open('#kind=cls&edge=zero-records');
    expect(await page.textContent('#why')).toBe('Why it breaks handlers records[0] is undefined');
    expect(await page.textContent('#status')).toBe('!Valid, 1 remark This edge case is made to deviate.');
    expect(await page.textContent('#issues p')).toBe('expected at least one record, received an empty array');
    await page.click('#next');
    const names = triggerNamed('cls').edgeCases.map(({ name }) => name);
    const next = names[names.indexOf('zero-records') + 1] ?? '';
    await page.waitForURL(`**edge=${next}`);
    await page.click('#tab-json');
    await drawn(page);
    expect(JSON.parse((await page.textContent('#view')) ?? '')).toEqual(
      edgeCaseNamed(triggerNamed('cls'), next).event,
    );
  });

  test('encoded parts are opened', async () => {
    const page = await site.open('#kind=cls');
    const parts = triggerNamed('cls').decode(sample(triggerNamed('cls')));
    expect(await page.textContent('#parts h4')).toBe('clslogs.data Base64, gzip, JSON');
    expect(await page.locator('#parts h4').count()).toBe(parts.length);
  });

  test('the controls write the address, and the address the controls', async () => {
    const page = await site.open('#kind=timer');
    await page.selectOption('#kind', 'ckafka');
    await drawn(page, 'ckafka');
    await page.fill('#seed', 'own seed');
    await page.fill('#index', '5');
    await page.fill('#hostile', '0.5');
    await page.fill('#option-records', '3');
    expect(await page.evaluate(() => location.hash)).toBe(
      '#kind=ckafka&seed=own+seed&index=5&hostile=0.5&option.records=3',
    );
    await page.goBack();
    await drawn(page, 'timer');
    expect(await page.inputValue('#kind')).toBe('timer');
    await page.goForward();
    await drawn(page, 'ckafka');
    expect([await page.inputValue('#seed'), await page.inputValue('#index')]).toEqual(['own seed', '5']);
  });

  test('fields and edge cases are found by words', async () => {
    const page = await site.open('#kind=ckafka');
    expect(await page.textContent('#title')).toBe('Messages of CKafka');
    await page.fill('#find', 'msgbody');
    await page.press('#find', 'Enter');
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('msgBody'));
    await page.fill('#find', 'batch 10000');
    expect(await page.textContent('#foundCount')).toMatch(/^[1-9]\d* found$/);
    await page.click('#found button:has-text("batch-of-10000")');
    await drawn(page, 'ckafka');
    expect(await page.inputValue('#edge')).toBe('batch-of-10000');
    await page.fill('#find', 'nothing is called so');
    expect(await page.textContent('#foundCount')).toBe('0 found');
  });

  test('a request that cannot be fulfilled is explained, and mended', async () => {
    const page = await site.open('#kind=timer&option.cron=5');
    expect(await page.textContent('#status')).toContain('Cannot read the cron expression "5"');
    expect(await page.isVisible('.sheet')).toBe(false);
    await page.fill('#option-cron', '0 9 * * *');
    await page.waitForSelector('#status.valid');
    expect(await page.isVisible('.sheet')).toBe(true);
  });

  test('copies what it shows', async () => {
    const page = await site.open('#kind=timer&index=2', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const copied = async () => {
      await page.click('#copy');
      await page.waitForFunction(() => document.getElementById('copied')?.textContent === 'Copied');
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copied()).toBe(JSON.stringify(sample(timer, { index: 2 }), null, 2));
    const others = isNightly ? ['test', 'typescript', 'python', 'curl'] : [];
    for (const view of ['json', ...others, 'command']) {
      await page.click(`#tab-${view}`);
      await page.waitForURL(`**view=${view}`);
      await drawn(page);
      expect(await copied()).toBe(await page.textContent('#view'));
    }
    expect(await copied()).toBe('npx scf-fixtures gen timer --seed 42 --index 2');
  });

  describe("the user's own event", () => {
    const event = { ...sample(timer), Time: 'yesterday', Message: '{"run":1}', Future: { is: { near: 1 } } };

    testAtNight('is explained when it is dropped', async () => {
      const page = await site.open('#kind=apigw');
      await dropFile(page, 'recorded.json', JSON.stringify(event));
      await drawn(page, 'timer');
      expect(await page.textContent('#facts')).toContain('recorded.json');
      expect(await page.textContent('#status')).toContain('Not valid, 1 problem');
      for (const view of ['fields', 'json']) {
        await page.click(`#tab-${view}`);
        await page.waitForSelector(`#tab-${view}[aria-selected=true]`);
        await page.click('#issues button');
        await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Time"yesterday"'));
      }
      expect(await page.inputValue('#kind')).toBe('timer');
      expect(await page.locator('#view').getByText('The contract does not know this field.').count()).toBe(1);
      expect(await page.textContent('#parts')).toBe('Message JSONrun1');
      await page.click('#leave');
      await drawn(page, 'apigw');
      await page.waitForSelector('#status.valid');
    });

    test('is explained when it is pasted, into its field or anywhere', async () => {
      const page = await site.open('#kind=apigw');
      await page.fill('#own', JSON.stringify(sample(triggerNamed('cmq'))));
      await drawn(page, 'cmq');
      await page.waitForSelector('#status.valid');
      await page.focus('#copy');
      await paste(page, JSON.stringify([...samples(triggerNamed('cos'), { count: 3 })]));
      await drawn(page, 'cos');
      expect(await page.textContent('#facts')).toContain('Event 1 of 3.');
      await page.click('#next');
      await page.waitForFunction(() =>
        document.getElementById('facts')?.textContent?.includes('Event 2 of 3.'),
      );
      await page.fill('#own', '');
      await drawn(page, 'apigw');
    });

    testAtNight('of every kind is known', async () => {
      const page = await site.open('#kind=timer');
      for (const kind of kinds) {
        const own = sample(triggerNamed(kind), { index: 1 });
        const known = triggerNamed(kind).looksLike(own);
        await page.fill('#own', JSON.stringify(own));
        await drawn(page, known ? kind : 'No known event');
        if (known) await page.waitForSelector('#status.valid');
      }
    });

    testAtNight('that nobody sends is shown all the same', async () => {
      const page = await site.open('#kind=timer');
      await page.fill('#own', '{"hello":{"world":"<img src=x onerror=alert(1)>"}}');
      await drawn(page, 'No known event');
      expect(await page.textContent('#view')).toContain('"<img src=x onerror=alert(1)>"');
      expect(await page.locator('#view img').count()).toBe(0);
    });

    test('that is no JSON is refused in a sentence', async () => {
      const page = await site.open('#kind=timer');
      await page.fill('#own', '{"hello":');
      await page.waitForSelector('#status.invalid');
      expect(await page.textContent('#status')).toContain('It is neither JSON nor JSON lines.');
      await dropFile(page, 'picture.png', '\u0000', [0x89, 0x50, 0xff]);
      await page.waitForFunction(() => document.getElementById('status')?.textContent?.includes('UTF-8'));
    });
  });

  describe('a large event', () => {
    testAtNight('of 10,000 records keeps the page small', async () => {
      const page = await site.open('#kind=ckafka&option.records=10000');
      expect(await elements(page)).toBeLessThan(1500);
      await page.click('.branch');
      expect(await page.locator('.branch').count()).toBe(101);
      await page.click('.branch >> nth=100');
      expect(await page.textContent('#view .row >> nth=-1')).toContain('9999');
      await page.click('#parts > ul > li:last-child > .more');
      expect(await elements(page)).toBeLessThan(3000);
    });

    test('of megabytes in one text keeps the page small, in every view', async () => {
      const page = await site.open('#kind=timer');
      await dropFile(
        page,
        'large.json',
        JSON.stringify({ ...sample(timer), Message: 'x'.repeat(casesToTry(1_500_000, 6_000_000)) }),
      );
      await page.waitForSelector('#status.invalid');
      await page.click('.more');
      for (const view of ['json', 'test', 'fields']) {
        await page.click(`#tab-${view}`);
        await page.waitForSelector(`#tab-${view}[aria-selected=true]`);
        await drawn(page);
        expect((await page.textContent('main'))?.length).toBeLessThan(120_000);
      }
      await paste(page, JSON.stringify(edgeCaseNamed(triggerNamed('ckafka'), 'batch-of-10000').event));
      await drawn(page, 'ckafka');
      expect(await page.inputValue('#own')).toBe('');
    });
  });
});

function elements(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length);
}

async function dropFile(page: Page, name: string, text: string, bytes?: readonly number[]): Promise<void> {
  await page.evaluate(
    ([name, text, bytes]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes === undefined ? text : new Uint8Array(bytes)], name));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [name, text, bytes] as const,
  );
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
