import { drawOrderJson } from '../../domain/queue/messages.js';
import { departments, slugs, words } from '../../generated/pools.js';
import type { Draw } from '../../kernel/draw.js';

/** Topics of the size that people use. */
export const topics: readonly string[] = [
  'orders',
  'page-views',
  'device-events',
  'app_log',
  'payments.settled',
];

/** What Kafka takes for the name of a topic. */
export const legalTopic = /^[A-Za-z0-9._-]{1,249}$/;

const actions: readonly string[] = ['view', 'click', 'cart', 'buy'];

/** What a producer writes: mostly small JSON objects, sometimes a line of plain text; short, since batches are long. */
export function drawBody(draw: Draw): string {
  if (draw.isHostile()) return draw.text(slugs);
  switch (draw.below(8)) {
    case 0:
    case 1:
    case 2:
      return drawOrderJson(draw);
    case 3:
    case 4:
      return `{"user":"u${draw.below(1e6)}","action":"${draw.pick(actions)}","page":"/${draw.pick(slugs)}"}`;
    case 5:
    case 6:
      return `{"device":"d-${draw.below(1e5)}","celsius":${draw.below(500) / 10},"ok":true}`;
    default:
      return `INFO ${draw.pick(slugs)}: ${draw.pick(departments)} ${draw.below(1000)} ms`;
  }
}

/** "None" or "" is no key; a key is what messages of one partition have in common. */
export function drawKey(draw: Draw): string {
  if (draw.isHostile()) return draw.text(words);
  const kind = draw.below(10);
  if (kind < 6) return 'None';
  return kind === 6 ? '' : `user-${draw.below(1000)}`;
}
