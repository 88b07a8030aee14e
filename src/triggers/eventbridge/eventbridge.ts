import {
  type EventbridgeCkafkaData,
  type EventbridgeEvent,
  type EventbridgeTdmqData,
  eventbridgeContract,
} from '../../generated/eventbridge.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import type { Draw } from '../../kernel/draw.js';
import { isObject, jsonInside } from '../../kernel/json.js';
import type { Overrides } from '../../kernel/overrides.js';
import { delivery } from './delivery.js';
import { edgeCases } from './edgeCases.js';
import { page, rules } from './rules.js';
import { type EventSource, eventSources } from './sources.js';

export type { EventbridgeCkafkaData, EventbridgeEvent, EventbridgeTdmqData };

/** TDMQ can be a source in these. */
const regions: readonly string[] = ['ap-guangzhou', 'ap-shanghai', 'ap-beijing'];

/** What grows to reach a size: the message, or the name of a COS event. */
const growing = ['msgBody', 'name'] as const;

/** An event that a rule of EventBridge passes on. */
export const eventbridge = defineTrigger({
  name: 'eventbridge',
  summary: 'A rule of EventBridge passes an event of TDMQ, CKafka, COS or the user’s own on to the function.',
  documentation: page,
  contract: eventbridgeContract,
  invocation: 'async',
  delivery,
  retries:
    'No page says so: asynchronous calls are repeated twice after an error of the function, a minute apart.',
  payloadAt: 'data.msgBody',
  sample(draw, given): EventbridgeEvent {
    const { source, type, draw: drawSource } = sourceOf(draw, given);
    const region = given.region ?? draw.pick(regions);
    const milliseconds = Number(given.time ?? draw.unixSeconds() * 1000 + draw.below(1000));
    const account = `125${1_000_000 + draw.below(9_000_000)}`;
    const { subject, data } = drawSource(draw, { region, account, milliseconds, given: { ...given.data } });
    return {
      specversion: '1.0',
      id: draw.uuid(),
      type,
      source,
      subject,
      time: String(milliseconds),
      region,
      datacontenttype: 'application/json;charset=utf-8',
      data,
    };
  },
  edgeCases,
  rules,
  looksLike: (value) =>
    isObject(value) && ('specversion' in value || ('datacontenttype' in value && 'data' in value)),
  decode({ data }) {
    const value =
      'msgBody' in data && typeof data.msgBody === 'string' ? jsonInside(data.msgBody) : undefined;
    return value === undefined ? [] : [{ path: ['data', 'msgBody'], encoding: 'JSON', value }];
  },
  stretch: {
    grows: 'data.msgBody',
    add(event, extra) {
      const data: Readonly<Record<string, unknown>> = { ...event.data };
      const name = growing.find((field) => typeof data[field] === 'string');
      return name === undefined
        ? undefined
        : { ...event, data: { ...data, [name]: data[name] + ' '.repeat(extra) } };
    },
  },
});

/** The source that the user's overrides mean; any where they mean none, and one with a message for a payload. */
function sourceOf(draw: Draw, given: Overrides<EventbridgeEvent>): EventSource {
  const meant = eventSources.find(({ source, type }) => given.source === source || given.type === type);
  if (meant !== undefined) return meant;
  return draw.pick(
    draw.request.payload === undefined ? eventSources : eventSources.filter(({ hasBody }) => hasBody),
  );
}
