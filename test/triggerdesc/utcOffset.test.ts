import { expect, test } from 'vitest';
import { nextAfter } from '../../src/domain/cron/nextAfter.js';
import { parseCron } from '../../src/domain/cron/parseCron.js';

const noon = parseCron('0 0 12 * * * *');

test.each([
  [1439, 43_200 - 1439 * 60 + 86_400],
  [480, 14_400],
  [0, 43_200],
  [-1439, 43_200 + 1439 * 60],
])('noon at %i minutes from UTC is %i seconds after 1970 began', (offset, seconds) => {
  expect(nextAfter(noon, -1, offset)).toBe(seconds);
});

test.each([1440, -1440, 0.5, Number.NaN])('an offset of %f minutes is refused', (offset) => {
  expect(() => nextAfter(noon, 0, offset)).toThrow(
    `Cannot read a schedule in local time: the UTC offset is ${offset} minutes. Give whole minutes from -1439 to 1439; 480 is UTC+8.`,
  );
});
