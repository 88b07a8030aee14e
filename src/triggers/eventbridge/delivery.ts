import type { EventbridgeEvent } from '../../generated/eventbridge.js';
import type { DeliveryRules } from '../../kernel/delivery.js';
import { isObject } from '../../kernel/json.js';
import { batchOf, firstEvent, isBatch, maxEvents, placedEvents, withEvents } from './batch.js';

/** The pages disagree on which numbers come as texts; what is not sent today may be tomorrow. */
export const delivery: Partial<DeliveryRules<EventbridgeEvent>> = {
  batch: {
    most: maxEvents,
    waitMs: 60_000,
    // An event by itself stays so: only a rule that is configured so delivers several.
    itemsOf: (delivered) => placedEvents(delivered).map(({ event }) => event),
    withItems: (delivered, items) =>
      isBatch(delivered) ? batchOf(items as EventbridgeEvent[]) : (items[0] as EventbridgeEvent),
  },
  relations: [
    {
      name: 'topic-type-as-text-or-number',
      because: 'TopicType is a number on one page and a text on another',
      followUp: (delivered) =>
        withEvents(delivered, (event) => {
          const { data } = event;
          if (!isObject(data) || data.TopicType === undefined) return undefined;
          const kind = typeof data.TopicType === 'number' ? String(data.TopicType) : Number(data.TopicType);
          return { ...event, data: { ...data, TopicType: kind } };
        }),
    },
    {
      name: 'time-as-text-or-number',
      because: 'time is a number in a log of a delivered event and a text on the page of the structure',
      followUp: (delivered) =>
        withEvents(delivered, (event) => ({
          ...event,
          time: typeof event.time === 'number' ? String(event.time) : Number(event.time),
        })),
    },
    {
      name: 'version-spelt-otherwise',
      because: 'specversion is "0" in a log of a delivered event, "1.0" or "1.0.2" on pages of the documents',
      followUp: (delivered) =>
        withEvents(delivered, (event) => ({
          ...event,
          specversion: event.specversion === '1.0' ? '0' : '1.0',
        })),
    },
  ],
  idsOf: (delivered) => placedEvents(delivered).map(({ event: { source, id } }) => `${source}/${id}`),
  nearDuplicate(delivered, otherDelivered) {
    if (isBatch(delivered) || isBatch(otherDelivered)) return undefined;
    const event = firstEvent(delivered);
    const other = firstEvent(otherDelivered);
    return event.id === other.id
      ? undefined
      : { ...other, source: event.source, type: event.type, time: event.time };
  },
};
