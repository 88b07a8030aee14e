import { inOrder, jsonBytes } from '../../kernel/json.js';
import { largestEventBytes } from '../../kernel/limits.js';
import type { EdgeCase } from '../../kernel/trigger.js';
import { respelled, titleCase } from './clients.js';
import type { EdgeBody } from './edgeBodies.js';
import { edgeHeaders, edgePaths, edgeQueries } from './edgeRequests.js';
import { type HttpChange, type HttpEvent, stretchedEvent } from './events.js';

/** An edge case that is an ordinary event with something changed. */
export interface Variant<Event> extends Omit<EdgeCase<Event>, 'event' | 'text'> {
  of(event: Event): Event;
}

/** The edge case of a variant, its keys in alphabetical order. */
export function variantEdge<Event extends object>({ of, ...about }: Variant<Event>): EdgeCase<Event> {
  return { ...about, event: (draw, sample) => inOrder(of(sample(draw))) };
}

/** The edge cases that the events of all HTTP requests share: odd requests, and odd bodies. */
export function httpEdgeCases<Event extends HttpEvent>(
  changed: (event: Event, change: HttpChange) => Event,
  bodies: readonly EdgeBody[],
): EdgeCase<Event>[] {
  const ofRequests = [...edgeQueries, ...edgeHeaders, ...edgePaths].map(({ change, ...about }) =>
    variantEdge<Event>({ ...about, of: (event) => changed(event, change()) }),
  );
  const ofBodies = bodies.map(
    ({ body, ...about }): EdgeCase<Event> => ({
      ...about,
      event: (draw, sample) => inOrder(changed(sample(draw), { body: body(draw) })),
    }),
  );
  return [...ofRequests, ...ofBodies];
}

/** Header names in three casings, where the platform sends lower case. */
export function headerSpellings<Event extends HttpEvent>(kind: string, source: string): Variant<Event>[] {
  const spelling = (name: string, because: string, spelled: (name: string) => string): Variant<Event> => ({
    name,
    because,
    source,
    reports: [`${kind}/lower-case-headers`],
    of: (event) => ({ ...event, headers: respelled(event.headers, spelled) }),
  });
  return [
    spelling('header-names-in-title-case', 'headers["user-agent"] is undefined', titleCase),
    spelling('header-names-in-capitals', 'neither lower case nor Title-Case finds a header', (name) =>
      name.toUpperCase(),
    ),
    spelling('header-names-half-capitalised', 'a page of the documents writes accept-Language', (name) =>
      name.replace(/-[a-z]/g, (start) => start.toUpperCase()),
    ),
  ];
}

/** The largest event that a synchronous invocation takes, and one that is a byte larger. */
export function sizeVariants<Event extends HttpEvent>(
  kind: string,
  small: (event: Event) => Event,
): Variant<Event>[] {
  const source = 'https://cloud.tencent.com/document/product/583/11637';
  const beyondLimit = (bytes: number) => (event: Event) => {
    const start = small(event);
    return stretchedEvent(start, largestEventBytes.sync + bytes - jsonBytes(start));
  };
  return [
    {
      name: 'exactly-6-mb',
      because: 'the event is as large as it may be',
      source,
      isSized: true,
      of: beyondLimit(0),
    },
    {
      name: 'one-byte-over-6-mb',
      because: 'the event is too large for SCF, and the function never sees it',
      source,
      isSized: true,
      reports: [`${kind}/fits-sync-invocation`],
      of: beyondLimit(1),
    },
  ];
}
