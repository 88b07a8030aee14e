import type { CmqEvent, CmqMessage } from '../../generated/cmq.js';
import { arrayLens, type DeliveryRules, type MetamorphicRelation } from '../../kernel/delivery.js';

/** The same message in the other of two forms in which a field is sent or documented. */
function otherwise(
  name: string,
  because: string,
  change: (message: CmqMessage) => Partial<CmqMessage> | undefined,
): MetamorphicRelation<CmqEvent> {
  return {
    name,
    because,
    followUp(event) {
      const changes = event.Records.map(({ CMQ }) => change(CMQ));
      if (changes.every((changed) => changed === undefined)) return undefined;
      const records = event.Records.map(({ CMQ }, index) => ({ CMQ: { ...CMQ, ...changes[index] } }));
      return { ...event, Records: records };
    },
  };
}

/** Messages come in no promised order; every known event has one. */
export const delivery: Partial<DeliveryRules<CmqEvent>> = {
  batch: arrayLens('Records', { most: 16, waitMs: 0 }),
  relations: [
    otherwise(
      'tags-spaced-otherwise',
      'tags come separated by ", " and are documented with ","',
      ({ msgTag }) => {
        if (typeof msgTag !== 'string' || !msgTag.includes(',')) return undefined;
        return {
          msgTag: /,\s/.test(msgTag) ? msgTag.replaceAll(/,\s+/g, ',') : msgTag.replaceAll(',', ', '),
        };
      },
    ),
    otherwise(
      'owner-as-text-or-number',
      'topicOwner is sent as a number and documented as a text',
      ({ topicOwner }) => {
        if (typeof topicOwner === 'number') return { topicOwner: String(topicOwner) };
        return String(Number(topicOwner)) === topicOwner ? { topicOwner: Number(topicOwner) } : undefined;
      },
    ),
    otherwise(
      'time-with-or-without-milliseconds',
      'publishTime was captured without milliseconds and is documented with .000',
      ({ publishTime }) => ({
        publishTime: publishTime.endsWith('.000Z')
          ? publishTime.replace('.000Z', 'Z')
          : publishTime.replace(/:(\d\d)Z$/, ':$1.000Z'),
      }),
    ),
  ],
  idsOf: (event) => event.Records.map(({ CMQ }) => CMQ.msgId),
  nearDuplicate(event, other) {
    const [first] = event.Records;
    const [second] = other.Records;
    if (first === undefined || second === undefined || first.CMQ.msgId === second.CMQ.msgId) return undefined;
    const { topicOwner, topicName, subscriptionName, publishTime, msgTag } = first.CMQ;
    const shared = { topicOwner, topicName, subscriptionName, publishTime, msgTag };
    return { ...other, Records: [{ CMQ: { ...second.CMQ, ...shared } }] };
  },
};
