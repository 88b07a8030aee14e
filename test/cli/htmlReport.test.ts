import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { paired } from '../../cli/fuzz/forms/html/difference.js';
import { htmlOf } from '../../cli/fuzz/forms/html/html.js';
import { textsIn } from '../../cli/fuzz/forms/html/texts.js';
import { chinese } from '../../cli/texts/chinese/chinese.js';
import { oracles } from '../../src/fuzz/index.js';
import { cls, sample } from '../../src/index.js';
import { hostile, hostileFailure, hostileRun } from './hostileRun.js';

describe('the page of a run', () => {
  test('asks nobody for anything, runs no script, and allows its own style alone', async () => {
    const page = await htmlOf(hostileRun());
    const tags = page.match(/<[a-z][^>]*>/gi)?.join('') ?? '';
    expect(tags).not.toMatch(/<(?:script|link|img|iframe|object|svg|base|form)/i);
    expect(new Set(tags.match(/ [a-z-]+(?==")/g))).toEqual(
      new Set(
        [
          'lang',
          'charset',
          'http-equiv',
          'content',
          'name',
          'class',
          'href',
          'id',
          'aria-labelledby',
          'tabindex',
          'role',
          'aria-label',
          'aria-hidden',
          'scope',
        ].map((name) => ` ${name}`),
      ),
    );
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    const digest = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(style).not.toMatch(/url\(|@import/);
    expect([...page.matchAll(/href="([^"]*)"/g)].map(([, target]) => target)).toEqual([
      '#findings',
      '#finding-1',
      'node_modules/scf-fixtures/docs/findings.md#redelivery',
    ]);
  });

  test('shows values as texts, and what nobody sees as JSON writes it', async () => {
    const page = await htmlOf(hostileRun());
    expect(page).toContain('&lt;/script&gt;&lt;/style&gt;&lt;img src=x onerror=');
    expect(page).toContain('\\u202egnp.exe\\u0007\\ufeff\\u200b');
    expect([...'\u202e\u0007\ufeff\u200b'].filter((sign) => page.includes(sign))).toEqual([]);
  });

  test('tells each step, what differs, the code, the fields, and what was not tried', async () => {
    const page = await htmlOf(hostileRun());
    expect(page.match(/<li class="step /g)).toHaveLength(3);
    expect(page).toContain('<li class="step lane-2 row-2">');
    expect(page).toContain('fails, on purpose');
    expect(page).toContain('In the end: dead letter');
    expect(page).toMatch(/<td><ins>POST https:\/\/a\.example/);
    expect(page).toMatch(/<mark><span class="at">2<\/span>/);
    expect(page).toContain('Always &quot;Timer&quot;; what tells this event from others.');
    expect(page).toContain('<th scope="row">crash</th><td>3</td>');
    expect(page).toContain('<th scope="row">warm-cold</th><td>Every trigger; after the first cases only');
    expect(page).toContain(`${oracles.length - 1} of ${oracles.length} judgements were not asked`);
    expect(page).toContain('Idempotency-Key');
  });

  test('opens what is encoded', async () => {
    const logs = sample(cls, { seed: 3 });
    const { compared: _, execution: __, ...plain } = hostileFailure;
    const page = await htmlOf(
      hostileRun({ trigger: 'cls', failures: [{ ...plain, case: { event: logs } }] }),
    );
    expect(page).toContain('<h5>clslogs.data <small>Base64, gzip, JSON</small></h5>');
    expect(page).toContain('<span class="key">topic_id</span>');
  });

  test('has the same headings in Chinese', async () => {
    const page = await htmlOf({ ...hostileRun(), texts: chinese });
    expect(page).toContain('<html lang="zh-CN">');
    const { delivery, mend, notExercised } = textsIn('zh');
    for (const text of [delivery, mend, notExercised]) expect(page).toContain(`>${text}<`);
    expect(page).toContain('同一事件到达两次');
    const english = Object.values(textsIn('en')).filter((text) => typeof text === 'string');
    expect(english.filter((text) => text !== 'en' && page.includes(`>${text}<`))).toEqual([]);
  });

  test('says that nothing was found, or that this proves little', async () => {
    expect(await htmlOf(hostileRun({ failures: [], verdict: 'nothing-found' }))).toContain(
      '<strong>Nothing found</strong>',
    );
    const weak = await htmlOf(hostileRun({ failures: [], verdict: 'proves-little', weakness: [hostile] }));
    expect(weak).toContain('<strong>Nothing found, and that proves little</strong></p><p>&lt;/script&gt;');
  });
});

test.each([
  [
    ['a', 'b', 'c'],
    ['a', 'c'],
    [
      ['a', 'a'],
      ['b', undefined],
      ['c', 'c'],
    ],
  ],
  [
    ['a'],
    ['a', 'b'],
    [
      ['a', 'a'],
      [undefined, 'b'],
    ],
  ],
  [
    ['a', 'x'],
    ['a', 'y'],
    [
      ['a', 'a'],
      ['x', 'y'],
    ],
  ],
  [[], [], []],
])('%j and %j are paired by what they have in common', (before, after, rows) => {
  expect(paired(before, after).map((row) => [row.before, row.after])).toEqual(rows);
});
