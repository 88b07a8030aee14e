import { asyncBytes, pairsOf, type RulePairs, sizePairs } from './pair.js';

const event = { Type: 'Timer', TriggerName: 'daily', Time: '2026-01-01T00:00:00Z', Message: '' };
const pair = pairsOf(event);

export const timerPairs: RulePairs = {
  'timer/message-fits-4kb': [
    pair('a byte too many', { Message: 'x'.repeat(4097) }, { Message: 'x'.repeat(4096) }),
    pair(
      'few characters of many bytes',
      { Message: `${'测'.repeat(1365)}..` },
      { Message: `${'测'.repeat(1365)}.` },
    ),
    pair('emoji', { Message: '😀'.repeat(1025) }, { Message: '😀'.repeat(1024) }),
  ],
  'timer/time-exists': [
    pair('a leap day', { Time: '2026-02-29T00:00:00Z' }, { Time: '2024-02-29T00:00:00Z' }),
    pair('a 31st', { Time: '2026-04-31T00:00:00Z' }, { Time: '2026-05-31T00:00:00Z' }),
    pair('a century', { Time: '2100-02-29T00:00:00Z' }, { Time: '2000-02-29T00:00:00Z' }),
  ],
  'timer/console-name': [
    pair('too long', { TriggerName: `n${'1'.repeat(60)}` }, { TriggerName: `n${'1'.repeat(59)}` }),
    pair('a digit first', { TriggerName: '1daily' }, { TriggerName: 'daily1' }),
    pair('a hyphen first', { TriggerName: '-daily' }, { TriggerName: 'daily-_' }),
  ],
  'timer/fits-async-invocation': sizePairs(event, 'Future', {
    bytes: asyncBytes,
    also: ['timer/unknown-field'],
  }),
  'timer/unknown-field': [
    pair('a field more', { Region: 'ap-beijing' }, { Region: undefined }),
    pair('a field in another case', { message: '' }, {}),
  ],
};
