import { deliveries } from './deliveries.js';
import type { Guide } from './guide.js';
import { harm } from './harm.js';
import { injection } from './injection.js';
import { running } from './running.js';
import { surroundings } from './surroundings.js';
import { values } from './values.js';
import { web } from './web.js';

/** The guide to each kind of finding, by the name of its oracle. */
export const guides: Readonly<Record<string, Guide>> = {
  ...running,
  ...deliveries,
  ...harm,
  ...injection,
  ...values,
  ...surroundings,
  ...web,
};
