import { drawBase64 } from '../../kernel/base64.js';
import type { Draw } from '../../kernel/draw.js';
import { isObject } from '../../kernel/json.js';
import type { EdgeCase } from '../../kernel/trigger.js';

/** Where the vendor describes the three events of a connection's life. */
export const websocketDocuments = 'https://cloud.tencent.com/document/product/583/32553';

/** An event that names its connection. */
interface ConnectionEvent {
  websocket: { secConnectionID: string };
}

/** Draws the id of a connection: 128 bits as Base64, 24 characters; a hostile one is one of the odd ids. */
export function connectionId(draw: Draw): string {
  return draw.isHostile() ? draw.pick(edgeIds).id : drawBase64(draw, 16);
}

/** True for a value whose `websocket.action` is one of those. */
export function hasAction(value: unknown, actions: readonly string[]): boolean {
  return isObject(value) && isObject(value.websocket) && actions.includes(String(value.websocket.action));
}

interface EdgeId {
  readonly name: string;
  readonly because: string;
  readonly id: string;
}

const edgeIds: readonly EdgeId[] = [
  {
    name: 'id-with-plus-slash-equals',
    because: 'the id holds + / =, which change in a URL and are no file name',
    id: '+/+/+/+/+/+/+/+/+/+/+w==',
  },
  {
    name: 'id-of-28-characters',
    because: 'the id of the documented example has 28 characters, and a column of 24 cuts it',
    id: 'xawexasdfewezdfsdfeasdfffa==',
  },
  {
    name: 'id-of-32-characters',
    because: 'the documents say 32 characters, which are 24 bytes',
    id: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYX',
  },
  {
    name: 'id-of-zero-bits',
    because: 'the id is all A and looks like a default',
    id: 'AAAAAAAAAAAAAAAAAAAAAA==',
  },
];

/** Edge cases that any event of a connection has: odd ids, and fields nobody knows yet. */
export function connectionEdgeCases<Event extends ConnectionEvent>(kind: string): EdgeCase<Event>[] {
  const source = websocketDocuments;
  const ofIds = edgeIds.map(
    ({ id: secConnectionID, ...about }): EdgeCase<Event> => ({
      ...about,
      source,
      event: (draw, sample) => {
        const event = sample(draw);
        return { ...event, websocket: { ...event.websocket, secConnectionID } };
      },
    }),
  );
  return [
    ...ofIds,
    {
      name: 'unknown-fields',
      because: 'the vendor promises to add fields, and a strict parser refuses them',
      source,
      reports: [`${kind}/unknown-field`],
      event: (draw, sample) => {
        const event = sample(draw);
        const added = { FutureField: { nested: true } };
        return { ...event, ...added, websocket: { ...event.websocket, ...added } };
      },
    },
  ];
}
