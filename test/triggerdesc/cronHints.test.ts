import { expect, test } from 'vitest';
import { cronFields } from '../../src/domain/cron/cron.js';
import { checkCron } from '../../src/domain/cron/parseCron.js';

const place = Object.fromEntries(cronFields.map(({ name }, index) => [name, index]));

/** The hint at the first fault of an expression in which one field has this text. */
test.each<readonly [field: string, text: string, hint: string | undefined]>([
  ['week', '7', 'Sunday is 0 or SUN; in Quartz 7 is Saturday, here 6 or SAT'],
  ['month', '7x', undefined],
  ['day', '0', 'the first day is 1'],
  ['month', '0', 'the first month is 1'],
  ['year', '0', 'write 2000'],
  ['hour', '24', 'midnight is 0'],
  ['day', '32', undefined],
  ['second', '60', 'the first second is 0'],
  ['minute', '60', 'the first minute is 0'],
  ['hour', '60', undefined],
  ['second', '61', undefined],
  ['year', '99', 'write 2099'],
  ['year', '100', undefined],
  ['second', '*5', 'write */5 for steps, or * alone'],
  ['second', '**', 'write */n for steps, or * alone'],
  ['second', '*x7', 'write */7 for steps, or * alone'],
  ['hour', 'MONDAY', 'MONDAY belongs into the week field'],
  ['week', 'JULY', 'JULY belongs into the month field'],
  ['week', 'monday', 'write MON'],
  ['month', 'January', 'write JAN'],
  ['hour', 'H', 'H is known to Jenkins only; write a number'],
  ['hour', 'h', 'H is known to Jenkins only; write a number'],
  ['hour', 'xH', undefined],
  ['hour', 'Hx', undefined],
  ['hour', '９', 'write it in ASCII'],
  ['hour', 'x', undefined],
  ['hour', '-5', 'values are never negative'],
  ['hour', '/5', 'write * in front of the /'],
  ['hour', '22-2', 'write 22-23,0-2 to run over the end'],
  ['hour', '23-2', 'write 23,0-2 to run over the end'],
  ['hour', '22-0', 'write 22-23,0 to run over the end'],
  ['hour', '23-0', 'write 23,0 to run over the end'],
  ['month', '12-1', 'write 12,1 to run over the end'],
  ['year', '2030-2020', 'write 2020-2030'],
])('%s %j: %s', (field, text, hint) => {
  const texts = ['0', '0', '0', '*', '*', '*', '*'];
  texts[place[field] ?? 0] = text;
  const [issue] = checkCron(texts.join(' ')).filter(({ severity }) => severity === 'error');
  expect([issue?.field, issue?.hint]).toEqual([field, hint]);
});
