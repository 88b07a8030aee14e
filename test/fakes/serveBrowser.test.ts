import '../../src/matchers/vitest.js';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../../src/fakes/index.js';
import { connectChromium, missing } from '../chromium.js';

const page = `<!doctype html><title>Chat</title><ul></ul><script>
  const socket = new WebSocket(new URLSearchParams(location.search).get('chat'), ['chat', 'json']);
  socket.onopen = () => socket.send('hello from ' + socket.protocol);
  socket.onmessage = ({ data }) => {
    const item = document.createElement('li');
    item.textContent = data;
    document.querySelector('ul').append(item);
  };
  socket.onclose = ({ code }) => { document.title = 'closed ' + code; };
</script>`;

interface ChatEvent {
  readonly websocket: {
    readonly action: string;
    readonly secConnectionID: string;
    readonly data?: string;
    readonly secWebSocketProtocol?: string;
  };
}

const name = `a page in Chromium connects, sends, sees the pushed answer, and hears the goodbye${missing ? ` (${missing})` : ''}`;

test.skipIf(missing !== undefined)(name, async () => {
  const seen: ChatEvent[] = [];
  const chat = await serve({
    kind: 'websocket',
    handler: async (event: ChatEvent) => {
      seen.push(event);
      const { action, secConnectionID, data } = event.websocket;
      const same = { secConnectionID, secWebSocketProtocol: 'chat' };
      if (action === 'connecting') return { errNo: 0, errMsg: 'ok', websocket: { action, ...same } };
      if (action === 'closing') return undefined;
      const websocket = { action, secConnectionID, dataType: 'text', data: `you said ${data}` };
      await fetch(chat.pushUrl ?? '', { method: 'POST', body: JSON.stringify({ websocket }) });
      return undefined;
    },
  });
  onTestFinished(() => chat.close());
  const site = await serve({
    kind: 'function-url',
    handler: async () => ({ statusCode: 200, headers: { 'content-type': 'text/html' }, body: page }),
  });
  onTestFinished(() => site.close());
  const browser = await connectChromium();
  onTestFinished(() => browser.close());
  const tab = await browser.newPage();
  await tab.goto(`${site.url}?chat=${encodeURIComponent(chat.url)}`);
  expect(await tab.textContent('li')).toBe('you said hello from chat');
  await chat.close();
  await tab.waitForFunction("document.title === 'closed 1001'");
  expect(seen.map(({ websocket }) => websocket.action)).toEqual(['connecting', 'data send', 'closing']);
  expect(seen[0]).toBeEventOf('websocket-connect');
  expect(seen[0]?.websocket.secWebSocketProtocol).toBe('chat, json');
});
