import type { EventbridgeEvent } from '../../generated/eventbridge.js';
import type { DeliveryRules } from '../../kernel/delivery.js';
import { isObject } from '../../kernel/json.js';

/** The pages disagree on which numbers come as texts; what is not sent today may be tomorrow. */
export const delivery: Partial<DeliveryRules<EventbridgeEvent>> = {
  relations: [
    {
      name: 'topic-type-as-text-or-number',
      because: 'TopicType is a number on one page and a text on another',
      followUp(event) {
        const { data } = event;
        if (!isObject(data) || data.TopicType === undefined) return undefined;
        const kind = typeof data.TopicType === 'number' ? String(data.TopicType) : Number(data.TopicType);
        return { ...event, data: { ...data, TopicType: kind } };
      },
    },
    {
      name: 'time-as-text-or-number',
      because: 'time is a text in delivered samples and a number in the call that makes events',
      followUp: (event) => ({
        ...event,
        time: typeof event.time === 'number' ? String(event.time) : Number(event.time),
      }),
    },
  ],
  nearDuplicate: (event, other) =>
    event.id === other.id
      ? undefined
      : { ...other, source: event.source, type: event.type, time: event.time },
};
