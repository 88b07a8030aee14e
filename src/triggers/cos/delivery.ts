import type { CosEvent } from '../../generated/cos.js';
import { arrayLens, type DeliveryRules } from '../../kernel/delivery.js';

/** Notifications of one bucket may come together or one by one, in no promised order. */
export const delivery: Partial<DeliveryRules<CosEvent>> = {
  batch: arrayLens('Records', { most: 100, waitMs: 0 }),
};
