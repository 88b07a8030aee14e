import { expect, test } from 'vitest';
import { FuzzFailure, firstScreen, fuzzReport, nextStep } from '../../src/fuzz/index.js';
import { timer } from '../../src/index.js';

const told = (oracle: string, lines: readonly string[]) => ({ oracle, text: lines.join('\n') });
const steps = Array.from({ length: 12 }, (_, at) => `  00:0${at % 10}:00  the event to instance ${at}`);
const long = told('crash', [
  'crash: A law.',
  '  The handler ends.',
  '  Found in 13 cases; this one is the smallest.',
  'What happened:',
  ...steps,
  'Compared with:',
  ...steps,
  'The event:',
  `  ${'x'.repeat(5000)}`,
  'How to mend it: node_modules/scf-fixtures/docs/findings.md#crash',
  `Replay: seed "42", case 0; stored as ${'y'.repeat(200)}`,
]);

test('the first failure is told with the beginning of what happened, the others by their heads', () => {
  const lines = firstScreen([long, long, told('late-work', ['late-work: Another.', '  It goes on.'])]).split(
    '\n',
  );
  expect(lines).toEqual([
    '1. crash: A law.',
    '  The handler ends.',
    '  Found in 13 cases; this one is the smallest.',
    'What happened:',
    ...steps.slice(0, 4),
    '  … and 8 more',
    'Compared with:',
    ...steps.slice(0, 4),
    '  … and 8 more',
    'The event:',
    `  ${'x'.repeat(178)}…`,
    'How to mend it: node_modules/scf-fixtures/docs/findings.md#crash',
    `Replay: seed "42", case 0; stored as ${'y'.repeat(200)}`,
    '2. crash: A law. (13 cases)',
    '  The handler ends.',
    '3. late-work: Another.',
    '  It goes on.',
  ]);
});

test('however much was found, it has less than 40 lines', () => {
  const wordy = told('crash', [
    ...long.text.split('\n').slice(0, 3),
    ...Array.from({ length: 300 }, (_, at) => `  line ${at}`),
    'Replay: x',
  ]);
  const lines = firstScreen(Array.from({ length: 60 }, () => wordy)).split('\n');
  expect(lines.length).toBeLessThan(38);
  expect(lines).toContain('Replay: x');
  expect(lines).toContain('(281 further lines)');
  expect(lines.at(-1)).toBe('And 54 further failures.');
});

test('a handler that is broken in several ways is told on one screen, without lines of this package', async () => {
  const handler = async ({ Message }: { readonly Message: string }) => {
    void fetch('https://a.example/', { method: 'POST', body: Message });
    return JSON.parse(Message).job.name;
  };
  const report = await fuzzReport(() => handler, { trigger: timer, runs: 6, store: false });
  const { message, stack = '' } = new FuzzFailure(report);
  const lines = message.split('\n');
  expect(report.failures.length).toBeGreaterThan(1);
  expect(lines.length).toBeLessThan(38);
  expect(lines.at(-1)).toBe(nextStep(report.failures[0] as never, 'Run it again.'));
  expect(lines[0]).toMatch(/^The handler breaks: \d different failures in /);
  expect(report.text.split('\n').length).toBeGreaterThan(lines.length);
  expect(stack).not.toMatch(/\n +at .*src[\\/]fuzz[\\/]fuzzHandler/);
});
