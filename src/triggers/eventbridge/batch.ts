import type { EventbridgeBatch, EventbridgeEvent } from '../../generated/eventbridge.js';
import type { IssuePath } from '../../kernel/issue.js';
import { isObject } from '../../kernel/json.js';

/** The most events that come together. */
export const maxEvents = 10_000;

export const batchPage = 'https://www.tencentcloud.com/document/product/1108/46254';

/** True for several events that are delivered together. */
export function isBatch(delivered: object): delivered is EventbridgeBatch {
  return 'EventList' in delivered && Array.isArray(delivered.EventList);
}

/** An event, and where it stands in what is delivered. */
interface PlacedEvent {
  readonly event: EventbridgeEvent;
  readonly path: IssuePath;
}

/** Every event of what is delivered: one by itself, or those of a batch. */
export function placedEvents(delivered: EventbridgeEvent | EventbridgeBatch): readonly PlacedEvent[] {
  if (!isBatch(delivered)) return [{ event: delivered, path: [] }];
  return delivered.EventList.map((event, index) => ({ event, path: ['EventList', index] }));
}

/** The first event of what is delivered. */
export function firstEvent(delivered: EventbridgeEvent | EventbridgeBatch): EventbridgeEvent {
  return isBatch(delivered) ? (delivered.EventList[0] as EventbridgeEvent) : delivered;
}

/** Events delivered together. They pass for an event by itself, which is what all rules deliver that nobody configured so. */
export function batchOf(EventList: readonly EventbridgeEvent[]): EventbridgeEvent {
  const delivered: unknown = { EventList };
  return delivered as EventbridgeEvent;
}

/** What is delivered with another event in the place of each of its own; undefined where none is another. */
export function withEvents(
  delivered: EventbridgeEvent,
  change: (event: EventbridgeEvent) => EventbridgeEvent | undefined,
): EventbridgeEvent | undefined {
  if (!isBatch(delivered)) return change(delivered);
  const changed = delivered.EventList.map(change);
  if (changed.every((event) => event === undefined)) return undefined;
  return batchOf(changed.map((event, index) => event ?? (delivered.EventList[index] as EventbridgeEvent)));
}

/** True for a value that has the fields by which an event is known. */
export function looksLikeEvent(value: unknown): boolean {
  return isObject(value) && ('specversion' in value || ('datacontenttype' in value && 'data' in value));
}
