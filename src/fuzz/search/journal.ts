import type { Delivery } from '../play/delivery.js';
import type { Failure } from './result.js';

/** Is told what a search does as it does it, so that nothing is lost when its process ends. */
export interface SearchJournal<Event> {
  /** A run begins, counted from 0. */
  begin(run: number): void;
  /** The handler is about to be loaded or called for a delivery; so often, for the same delivery, as that happens. */
  call(delivery: Delivery<Event>): void;
  /** A case broke the handler; what the search gives in the end is smaller. */
  find(failure: Failure<Event>, storedAt: string | undefined): void;
}
