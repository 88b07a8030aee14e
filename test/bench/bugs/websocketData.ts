import type { WebsocketDataEvent } from '../../../src/generated/websocket-data.js';
import type { BugCase } from './cases.js';
import { dataEvent } from './events.js';
import { fieldOf, isRecord, parsed, urlPart } from './support.js';
import { PeerGone, type World } from './world.js';

/** Messages of WebSocket clients. */
export const websocketDataBugs: readonly BugCase<WebsocketDataEvent>[] = [
  {
    name: 'websocket-data-binary-as-text',
    class: 'binary-as-text',
    trigger: 'websocket-data',
    because: 'the data of a binary frame is Base64; its length is not that of the message',
    buggy: (world) => async (event) => {
      const { data, secConnectionID: id } = event.websocket;
      await world.push(id, JSON.stringify({ bytes: Buffer.byteLength(data) }));
    },
    fixed: (world) => async (event) => {
      const { data, dataType, secConnectionID: id } = event.websocket;
      const bytes = Buffer.from(data, dataType === 'binary' ? 'base64' : 'utf8');
      await world.push(id, JSON.stringify({ bytes: bytes.length }));
    },
    property: ({ event: { websocket }, left }) =>
      fieldOf(left.pushes[0]?.data ?? '', 'bytes') ===
      Buffer.from(websocket.data, websocket.dataType === 'binary' ? 'base64' : 'utf8').length,
    witness: () => ({ events: [dataEvent('AAEC', { dataType: 'binary' })] }),
  },
  {
    name: 'websocket-data-binary-pushed-as-text',
    class: 'type-not-passed-on',
    trigger: 'websocket-data',
    because: 'the echo of a binary frame goes out as a text frame of Base64',
    buggy: (world) => async (event) => {
      const { data, secConnectionID: id } = event.websocket;
      await world.push(id, data);
    },
    fixed: (world) => async (event) => {
      const { data, dataType, secConnectionID: id } = event.websocket;
      await world.push(id, data, dataType);
    },
    property: ({ event, left }) => left.pushes.every((push) => push.dataType === event.websocket.dataType),
    witness: () => ({ events: [dataEvent('AAEC', { dataType: 'binary' })] }),
  },
  {
    name: 'websocket-data-echoed-to-sender',
    class: 'echo-to-sender',
    trigger: 'websocket-data',
    because: 'the sender is a peer, too, and gets its own message back',
    buggy: (world) => async (event) => {
      const { data, dataType, secConnectionID: sender } = event.websocket;
      await world.db.put(`peer:${sender}`, { room: 'lobby' });
      const ids = await peerIds(world);
      for (const id of ids) await pushed(world, id, data, dataType);
    },
    fixed: (world) => async (event) => {
      const { data, dataType, secConnectionID: sender } = event.websocket;
      await world.db.put(`peer:${sender}`, { room: 'lobby' });
      const ids = await peerIds(world);
      for (const id of ids) if (id !== sender) await pushed(world, id, data, dataType);
    },
    property: ({ event, left }) => left.pushes.every((push) => push.to !== event.websocket.secConnectionID),
    witness: () => ({ events: [dataEvent('hello')] }),
  },
  {
    name: 'websocket-data-stops-at-gone-peer',
    class: 'stops-at-gone-peer',
    trigger: 'websocket-data',
    because: 'one peer that has left keeps the message from all behind it',
    buggy: (world) => async (event) => {
      const { data, dataType } = event.websocket;
      for (const id of await peerIds(world)) await world.push(id, data, dataType);
    },
    fixed: (world) => async (event) => {
      const { data, dataType } = event.websocket;
      for (const id of await peerIds(world)) await pushed(world, id, data, dataType);
    },
    witness: () => ({ events: [dataEvent('hello')] }),
  },
  {
    name: 'websocket-data-list-changed-in-loop',
    class: 'changed-while-iterating',
    trigger: 'websocket-data',
    because: 'splice() in the loop moves the next peer into the place just visited: it is skipped',
    buggy: (world) => async (event) => {
      const ids = await peerIds(world);
      for (const id of ids) {
        try {
          await world.push(id, event.websocket.data, event.websocket.dataType);
        } catch (error) {
          if (!(error instanceof PeerGone)) throw error;
          ids.splice(ids.indexOf(id), 1);
        }
      }
      await world.db.put('online', ids);
    },
    fixed: (world) => async (event) => {
      const ids = await peerIds(world);
      for (const id of [...ids]) {
        try {
          await world.push(id, event.websocket.data, event.websocket.dataType);
        } catch (error) {
          if (!(error instanceof PeerGone)) throw error;
          ids.splice(ids.indexOf(id), 1);
        }
      }
      await world.db.put('online', ids);
    },
    witness: () => ({ events: [dataEvent('hello')] }),
  },
  {
    name: 'websocket-data-parsed-unguarded',
    class: 'unguarded-parse',
    trigger: 'websocket-data',
    because: 'a client may send anything, and a failing function closes its connection',
    buggy: (world) => async (event) => {
      const { data, secConnectionID: id } = event.websocket;
      const message = JSON.parse(data);
      if (message.type === 'ping') await world.push(id, '{"type":"pong"}');
    },
    fixed: (world) => async (event) => {
      const { data, secConnectionID: id } = event.websocket;
      const message = parsed(data);
      if (isRecord(message) && message.type === 'ping') await world.push(id, '{"type":"pong"}');
    },
    witness: () => ({ events: [dataEvent('ping')] }),
  },
  {
    name: 'websocket-data-empty-is-missing',
    class: 'falsy-empty-text',
    trigger: 'websocket-data',
    because: 'an empty message is a message: clients send it to stay connected',
    buggy: (world) => async (event) => {
      const { data, secConnectionID: id } = event.websocket;
      if (!data) throw new Error('no data');
      await world.db.put(`active:${id}`, true);
    },
    fixed: (world) => async (event) => {
      const { data, secConnectionID: id } = event.websocket;
      if (data === undefined) throw new Error('no data');
      await world.db.put(`active:${id}`, true);
    },
    witness: () => ({ events: [dataEvent('')] }),
  },
  {
    name: 'websocket-data-id-in-address',
    class: 'unencoded-in-url',
    trigger: 'websocket-data',
    because: 'ids have + / = in them: unencoded, they name another path',
    buggy: (world) => async (event) => {
      const { data, secConnectionID: id } = event.websocket;
      await world.http.post(`https://chat.example.com/peers/${id}/messages`, { data });
    },
    fixed: (world) => async (event) => {
      const { data, secConnectionID: id } = event.websocket;
      await world.http.post(`https://chat.example.com/peers/${urlPart(id)}/messages`, { data });
    },
    property: ({ left }) => left.posts.every((post) => new URL(post.url).pathname.split('/').length === 4),
    witness: () => ({ events: [dataEvent('hello', { secConnectionID: 'K3BsdXMv/2xhc2g9ZXF1YWw=' })] }),
  },
  {
    name: 'websocket-data-command-cut',
    class: 'rest-lost-in-split',
    trigger: 'websocket-data',
    because: 'what is said may have spaces itself: only the first word arrives',
    buggy: (world) => async (event) => {
      const [command, text = ''] = event.websocket.data.split(' ');
      if (command !== '/say') return;
      await world.push(event.websocket.secConnectionID, text);
    },
    fixed: (world) => async (event) => {
      const { data, secConnectionID: id } = event.websocket;
      if (data !== '/say' && !data.startsWith('/say ')) return;
      await world.push(id, data.slice('/say '.length));
    },
    witness: () => ({ events: [dataEvent('/say hello world')] }),
  },
  {
    name: 'websocket-data-json-by-hand',
    class: 'json-by-hand',
    trigger: 'websocket-data',
    because: 'a quote in the message ends the text and breaks or extends the JSON',
    buggy: (world) => async (event) => {
      const { data, secConnectionID: id } = event.websocket;
      await world.push(id, `{"type":"echo","text":"${data}"}`);
    },
    fixed: (world) => async (event) => {
      const { data, secConnectionID: id } = event.websocket;
      await world.push(id, JSON.stringify({ type: 'echo', text: data }));
    },
    property: ({ event, left }) => fieldOf(left.pushes[0]?.data ?? '', 'text') === event.websocket.data,
    witness: () => ({ events: [dataEvent('say "hi"')] }),
  },
  {
    name: 'websocket-data-every-room-called',
    class: 'plain-object-as-map',
    trigger: 'websocket-data',
    because: 'a room called "constructor" seems to exist, and is no list',
    buggy: (world) => {
      const rooms: Record<string, string[]> = { lobby: ['public'], staff: ['private'] };
      return async (event) => {
        const room = event.websocket.data;
        const tags = rooms[room];
        const answer = tags === undefined ? 'no such room' : tags.join(',');
        await world.push(event.websocket.secConnectionID, answer);
      };
    },
    fixed: (world) => {
      const rooms = new Map([
        ['lobby', ['public']],
        ['staff', ['private']],
      ]);
      return async (event) => {
        const room = event.websocket.data;
        const tags = rooms.get(room);
        const answer = tags === undefined ? 'no such room' : tags.join(',');
        await world.push(event.websocket.secConnectionID, answer);
      };
    },
    witness: () => ({ events: [dataEvent('constructor')] }),
  },
  {
    name: 'websocket-data-name-in-memory',
    class: 'state-in-memory',
    trigger: 'websocket-data',
    because: 'one variable for all connections of the instance, and none for those of the others',
    buggy: (world) => {
      let name = 'guest';
      return async (event) => {
        const { data, secConnectionID: id } = event.websocket;
        if (data.startsWith('/name ')) name = data.slice('/name '.length);
        else await world.push(id, `${name}: ${data}`);
      };
    },
    fixed: (world) => async (event) => {
      const { data, secConnectionID: id } = event.websocket;
      if (data.startsWith('/name ')) await world.db.put(`name:${id}`, data.slice('/name '.length));
      else await world.push(id, `${(await world.db.get(`name:${id}`)) ?? 'guest'}: ${data}`);
    },
    witness: () => ({
      events: [dataEvent('/name Bob'), dataEvent('hello', { secConnectionID: 'YW5vdGhlciBzZW5kZXIgIQ==' })],
    }),
  },
];

async function peerIds(world: World): Promise<string[]> {
  return (await world.db.keys('peer:')).map((key) => key.slice('peer:'.length));
}

/** Sends to a peer and forgets it when it has left. */
async function pushed(world: World, id: string, data: string, dataType: 'text' | 'binary'): Promise<void> {
  try {
    await world.push(id, data, dataType);
  } catch (error) {
    if (!(error instanceof PeerGone)) throw error;
    await world.db.delete(`peer:${id}`);
  }
}
