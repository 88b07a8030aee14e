import type { Guide } from './guide.js';

/** The guide to each kind of finding, by the name of its oracle. */
export const guides: Readonly<Record<string, Guide>> = {};
