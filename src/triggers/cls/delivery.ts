import type { ClsEvent } from '../../generated/cls.js';
import type { ClsLogs, ClsRecord } from '../../generated/cls-logs.js';
import type { DeliveryRules } from '../../kernel/delivery.js';
import { decodeCls, encodeCls } from './codec.js';

const opened = new WeakMap<ClsEvent, ClsLogs>();

/** The logs of an event that nobody writes to, unpacked once. */
function logsOf(event: ClsEvent): ClsLogs {
  const known = opened.get(event);
  if (known !== undefined) return known;
  const logs = decodeCls(event);
  opened.set(event, logs);
  return logs;
}

/** Lines are packed as they come within the waiting time of the trigger (3 to 300 s). */
export const delivery: Partial<DeliveryRules<ClsEvent>> = {
  batch: {
    most: 100_000,
    waitMs: 60_000,
    itemsOf: (event) => logsOf(event).records,
    withItems: (event, items) => encodeCls({ ...logsOf(event), records: items as ClsRecord[] }),
  },
};
