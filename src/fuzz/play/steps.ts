import type { Delivery, DeliveryStep } from './delivery.js';

const minuteMs = 60_000;

/** A delivery of events one after the other, a minute apart, to the instances named. */
export function inOrder<Event>(
  events: readonly Event[],
  instances: readonly number[] = events.map(() => 0),
): Delivery<Event> {
  const steps = events.map((event, index): DeliveryStep<Event> => {
    return { event, atMs: index * minuteMs, instance: instances[index] ?? 0 };
  });
  return { steps };
}

/** A delivery of one event while outside calls are slow, the earlier ones of an invocation more than the later ones. */
export function slowly<Event>(event: Event): Delivery<Event> {
  return { steps: [{ event, atMs: 0, instance: 0, slow: true }] };
}

/** A delivery of events at the same time, each to an instance of its own. */
export function atOnce<Event>(events: readonly Event[]): Delivery<Event> {
  const steps = events.map((event, instance): DeliveryStep<Event> => {
    return { event, atMs: 0, instance, ...(instance === 0 ? {} : { together: true }) };
  });
  return { steps };
}

/** A delivery of one event several times to one instance, a second apart. */
export function soonAgain<Event>(event: Event, times: number): Delivery<Event> {
  const steps = Array.from({ length: times }, (_, index): DeliveryStep<Event> => {
    return { event, atMs: index * 1000, instance: 0 };
  });
  return { steps };
}
