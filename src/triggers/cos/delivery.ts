import type { CosEvent, CosRecord } from '../../generated/cos.js';
import { arrayLens, type DeliveryRules, type MetamorphicRelation } from '../../kernel/delivery.js';

/** The same notification of another object or in another form, as far as one record of it allows. */
function otherwise(
  name: string,
  because: string,
  compare: NonNullable<MetamorphicRelation<CosEvent>['compare']>,
  change: (record: CosRecord) => CosRecord | undefined,
): MetamorphicRelation<CosEvent> {
  return {
    name,
    because,
    compare,
    followUp(event) {
      const records = event.Records.map(change);
      if (records.every((record) => record === undefined)) return undefined;
      return {
        ...event,
        Records: records.map((record, index) => record ?? (event.Records[index] as CosRecord)),
      };
    },
  };
}

/** Notifications of one bucket may come together or one by one, in no promised order. */
export const delivery: Partial<DeliveryRules<CosEvent>> = {
  batch: arrayLens('Records', { most: 100, waitMs: 0 }),
  relations: [
    otherwise(
      'large-upload',
      'what is put in parts is created by CompleteMultipartUpload',
      'calls',
      (record) =>
        record.event.eventName === 'cos:ObjectCreated:Put'
          ? { ...record, event: { ...record.event, eventName: 'cos:ObjectCreated:CompleteMultipartUpload' } }
          : undefined,
    ),
    otherwise('empty-object', 'folders and empty files have the size 0', 'success', (record) => ({
      ...record,
      cos: { ...record.cos, cosObject: { ...record.cos.cosObject, size: 0 } },
    })),
    otherwise(
      'without-full-region',
      'cosRegion and s3Region came in 2022 and are not documented',
      'success',
      (record) => {
        const { cosRegion: _cos, s3Region: _s3, ...cosBucket } = record.cos.cosBucket;
        return { ...record, cos: { ...record.cos, cosBucket } };
      },
    ),
  ],
  nearDuplicate(event, other) {
    const [first] = event.Records;
    const [second] = other.Records;
    if (first === undefined || second === undefined) return undefined;
    if (first.cos.cosObject.key === second.cos.cosObject.key) return undefined;
    const { eventTime, reqid } = first.event;
    return { ...other, Records: [{ ...second, event: { ...second.event, eventTime, reqid } }] };
  },
};
