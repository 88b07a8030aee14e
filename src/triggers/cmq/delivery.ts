import type { CmqEvent } from '../../generated/cmq.js';
import { arrayLens, type DeliveryRules } from '../../kernel/delivery.js';

/** Messages come in no promised order; every known event has one. */
export const delivery: Partial<DeliveryRules<CmqEvent>> = {
  batch: arrayLens('Records', { most: 16, waitMs: 0 }),
};
