import {
  type EventbridgeBatch,
  type EventbridgeCkafkaData,
  type EventbridgeEvent,
  type EventbridgeTdmqData,
  eventbridgeContract,
} from '../../generated/eventbridge.js';
import { defineTrigger } from '../../kernel/defineTrigger.js';
import type { Draw } from '../../kernel/draw.js';
import { isObject, jsonInside } from '../../kernel/json.js';
import { Misuse } from '../../kernel/misuse.js';
import type { Overrides } from '../../kernel/overrides.js';
import { batchOf, isBatch, looksLikeEvent, maxEvents, placedEvents } from './batch.js';
import { delivery } from './delivery.js';
import { edgeCases } from './edgeCases.js';
import { page, rules } from './rules.js';
import { type EventSource, eventSources } from './sources.js';

export type { EventbridgeBatch, EventbridgeCkafkaData, EventbridgeEvent, EventbridgeTdmqData };

/** TDMQ can be a source in these. */
const regions: readonly string[] = ['ap-guangzhou', 'ap-shanghai', 'ap-beijing'];

/** What grows to reach a size: the message, or the name of a COS event. */
const growing = ['msgBody', 'name'] as const;

const batch = {
  value: '<number>',
  about: `deliver exactly so many events together, 1 to ${maxEvents}: {"EventList": […]}, as rules with batch delivery do`,
  parse(value: unknown): number {
    const count = Number(value);
    if (String(value).trim() !== '' && Number.isInteger(count) && count >= 1 && count <= maxEvents)
      return count;
    throw new Misuse(
      'INVALID_BATCH',
      `Cannot deliver "${value}" events together: it must be a whole number from 1 to ${maxEvents}.`,
    );
  },
};

/** An event that a rule of EventBridge passes on. */
export const eventbridge = defineTrigger({
  name: 'eventbridge',
  summary:
    'A rule of EventBridge passes an event of TDMQ, CKafka, COS or the user’s own on to the function, or several together.',
  documentation: page,
  contract: eventbridgeContract,
  invocation: 'async',
  delivery,
  retries:
    'No page says so: asynchronous calls are repeated twice after an error of the function, a minute apart.',
  payloadAt: 'data.msgBody',
  options: { batch },
  sample(draw, given, options): EventbridgeEvent {
    if (options.batch === undefined) return drawEvent(draw, { ...given });
    const list = givenList(given);
    return batchOf(
      draw.list(options.batch, options.batch, (from, index) => drawEvent(from, itemOf(list, index))),
    );
  },
  edgeCases,
  rules,
  looksLike: (value) =>
    looksLikeEvent(value) || (isObject(value) && isBatch(value) && looksLikeEvent(value.EventList[0])),
  decode: (delivered) =>
    placedEvents(delivered).flatMap(({ event: { data }, path }) => {
      const value =
        'msgBody' in data && typeof data.msgBody === 'string' ? jsonInside(data.msgBody) : undefined;
      return value === undefined ? [] : [{ path: [...path, 'data', 'msgBody'], encoding: 'JSON', value }];
    }),
  stretch: {
    grows: 'data.msgBody',
    add(delivered, extra) {
      if (!isBatch(delivered)) return grown(delivered, extra);
      const last = delivered.EventList.at(-1);
      const longer = last && grown(last, extra);
      return longer && batchOf([...delivered.EventList.slice(0, -1), longer]);
    },
  },
});

/** The event with a longer text in its data; undefined where the data has none. */
function grown(event: EventbridgeEvent, extra: number): EventbridgeEvent | undefined {
  const data: Readonly<Record<string, unknown>> = { ...event.data };
  const name = growing.find((field) => typeof data[field] === 'string');
  if (name === undefined) return undefined;
  return { ...event, data: { ...data, [name]: data[name] + ' '.repeat(extra) } };
}

/** What the user fixed of an event, of whatever types. */
type Given = Readonly<Record<string, unknown>>;

/** What is fixed for the events of a batch: one entry for each, or one for all. */
function givenList(given: Overrides<EventbridgeEvent>): unknown {
  const names = Object.keys(given);
  if (names.length === 0) return undefined;
  if ('EventList' in given) return given.EventList;
  throw new Misuse(
    'OVERRIDES_OF_BATCH',
    `Cannot fix ${names[0]} of events that come together: they stand in EventList. Pass { EventList: { ${names[0]}: … } } for all of them, or a list for one after the other.`,
  );
}

function itemOf(list: unknown, index: number): Given {
  const items: readonly unknown[] | undefined = Array.isArray(list) ? list : undefined;
  const item = items === undefined ? list : items[index];
  return isObject(item) ? item : {};
}

/** How an envelope is written: as in the log of a delivered event, or as the page of the structure has it. */
function drawEvent(draw: Draw, given: Given): EventbridgeEvent {
  const { source, type, draw: drawSource } = sourceOf(draw, given);
  const region = typeof given.region === 'string' ? given.region : draw.pick(regions);
  const milliseconds = Number(given.time ?? draw.unixSeconds() * 1000 + draw.below(1000));
  const account = `125${1_000_000 + draw.below(9_000_000)}`;
  const place = { region, account, milliseconds, given: { ...Object(given.data) } };
  const { subject, data } = drawSource(draw, place);
  const datacontenttype = 'application/json;charset=utf-8';
  const id = draw.uuid();
  return draw.flip(0.3)
    ? {
        specversion: '1.0',
        id,
        type,
        source,
        subject,
        time: String(milliseconds),
        region,
        datacontenttype,
        data,
      }
    : {
        data,
        datacontenttype,
        id,
        region,
        source,
        specversion: '0',
        status: '',
        subject,
        tags: null,
        time: milliseconds,
        type,
      };
}

/** The source that the user's overrides mean; any where they mean none, and one with a message for a payload. */
function sourceOf(draw: Draw, given: Given): EventSource {
  const meant = eventSources.find(({ source, type }) => given.source === source || given.type === type);
  if (meant !== undefined) return meant;
  return draw.pick(
    draw.request.payload === undefined ? eventSources : eventSources.filter(({ hasBody }) => hasBody),
  );
}
