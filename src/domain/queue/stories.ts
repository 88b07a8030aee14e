import type { Draw } from '../../kernel/draw.js';
import { drawOrderJson } from './messages.js';

/** What one sort of producer writes: messages that belong together, and the keys that spread them. */
export interface MessageStory {
  /** Names of topics that carry such messages; the first is the plainest. */
  readonly topics: readonly string[];
  /** Whom a message is about, which spreads messages over partitions. */
  key(draw: Draw): string;
  body(draw: Draw, key: string): string;
}

const pages: readonly string[] = ['/', '/spring-sale', '/cart', '/orders', '/products/1024', '/search?q=tea'];
const actions: readonly string[] = ['view', 'click', 'cart', 'buy'];
const currencies: readonly string[] = ['CNY', 'CNY', 'USD'];
const channels: readonly string[] = ['wechat', 'alipay', 'card'];
const levels: readonly string[] = ['INFO', 'INFO', 'INFO', 'WARN', 'ERROR'];
const logLines: readonly string[] = [
  'order created',
  'payment callback received',
  'cache miss for product page',
  'retrying request to inventory',
  'slow query on orders',
  'session expired',
];

/** What producers write; the first is the plainest. */
export const messageStories: readonly MessageStory[] = [
  {
    topics: ['orders', 'orders.created'],
    body: drawOrderJson,
    key: (draw) => `user-${draw.below(1000)}`,
  },
  {
    topics: ['page-views'],
    body: (draw, user) => `{"user":"${user}","action":"${draw.pick(actions)}","page":"${draw.pick(pages)}"}`,
    key: (draw) => `u${draw.below(1e6)}`,
  },
  {
    topics: ['device-events', 'device_events'],
    body: (draw, device) => `{"device":"${device}","celsius":${draw.below(500) / 10},"ok":true}`,
    key: (draw) => `d-${draw.below(1e5)}`,
  },
  {
    topics: ['payments.settled'],
    body: (draw, paymentId) =>
      `{"paymentId":"${paymentId}","orderId":${draw.below(1e9)},"cents":${draw.below(100_000)},"currency":"${draw.pick(currencies)}","channel":"${draw.pick(channels)}"}`,
    key: (draw) => `p-${draw.digits(8)}`,
  },
  {
    topics: ['app_log'],
    body: (draw) => `${draw.pick(levels)} ${draw.pick(logLines)} in ${draw.below(1000)} ms`,
    key: (draw) => `host-${1 + draw.below(4)}`,
  },
];

/** Names of topics that people use. */
export const storyTopics: readonly string[] = messageStories.flatMap(({ topics }) => topics);

/** What a topic of that name carries; orders where the name tells nothing. */
export function storyOf(topic: string): MessageStory {
  const [orders] = messageStories;
  return messageStories.find(({ topics }) => topics.includes(topic)) ?? (orders as MessageStory);
}
