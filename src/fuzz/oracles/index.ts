import { property, reference } from './asserted.js';
import { partitionOrder, splitBatch } from './batches.js';
import { crash } from './crash.js';
import { neverSettles, processKilled, refusedResponse } from './endings.js';
import { retryAfterFault, swallowedFailure } from './faults.js';
import { equivalentForm, timeZone, unknownField } from './forms.js';
import { pathAndShell, prototypePollution, secretLeak } from './harm.js';
import { lateWork, unhandledRejection } from './lateWork.js';
import type { Oracle } from './oracle.js';
import { concurrency, redelivery, warmCold } from './redelivery.js';

/** Every oracle, in the order in which they are asked. */
export const oracles: readonly Oracle[] = [
  property,
  processKilled,
  neverSettles,
  crash,
  unhandledRejection,
  refusedResponse,
  lateWork,
  prototypePollution,
  secretLeak,
  pathAndShell,
  swallowedFailure,
  redelivery,
  splitBatch,
  retryAfterFault,
  warmCold,
  partitionOrder,
  concurrency,
  equivalentForm,
  unknownField,
  timeZone,
  reference,
];
