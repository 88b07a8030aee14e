import type { ClsEvent } from '../../generated/cls.js';
import type { ClsRecord } from '../../generated/cls-logs.js';
import type { DeliveryRules } from '../../kernel/delivery.js';
import { decodeCls, encodeCls } from './codec.js';

/** Lines are packed as they come within the waiting time of the trigger (3 to 300 s). */
export const delivery: Partial<DeliveryRules<ClsEvent>> = {
  batch: {
    most: 100_000,
    waitMs: 60_000,
    itemsOf: (event) => decodeCls(event).records,
    withItems: (event, items) => encodeCls({ ...decodeCls(event), records: items as ClsRecord[] }),
  },
};
