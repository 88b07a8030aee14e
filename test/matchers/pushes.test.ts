import '../../src/matchers/vitest.js';
import { expect, test } from 'vitest';
import { fakeGateway } from '../../src/fakes/index.js';
import { messageOf } from './messageOf.js';

const alice = 'YWxpY2U/YWxpY2U+YWxpY2U=';
const bob = 'Ym9iYm9iYm9iYm9iYm9iYm8=';

async function gatewayWith(...pushes: readonly (readonly [id: string, data: string | Uint8Array])[]) {
  const gateway = fakeGateway({ connections: [alice, bob] });
  for (const [secConnectionID, data] of pushes) {
    const content =
      typeof data === 'string'
        ? { dataType: 'text', data }
        : { dataType: 'binary', data: Buffer.from(data).toString('base64') };
    const websocket = { action: 'data send', secConnectionID, ...content };
    await gateway.answerPush({ method: 'POST', body: Buffer.from(JSON.stringify({ websocket })) });
  }
  return gateway;
}

async function close(gateway: ReturnType<typeof fakeGateway>, secConnectionID: string) {
  const websocket = { action: 'closing', secConnectionID };
  await gateway.answerPush({ method: 'POST', body: Buffer.from(JSON.stringify({ websocket })) });
}

const joined = '{"type":"joined","user":{"id":7,"name":"Li Wei"},"at":[1,2]}';

test('toHavePushed passes when a message is as expected', async () => {
  const gateway = await gatewayWith([alice, 'hello'], [alice, joined], [bob, Uint8Array.of(0, 255)]);
  expect(gateway).toHavePushed();
  expect(gateway).toHavePushed(alice);
  expect(gateway).toHavePushed(alice, 'hello');
  expect(gateway).toHavePushed(undefined, 'hello');
  expect(gateway).toHavePushed(gateway.client(alice), /^hel/);
  expect(gateway).toHavePushed(alice, expect.stringContaining('ell'));
  expect(gateway).toHavePushed(alice, { type: 'joined', user: { name: 'Li Wei' } });
  expect(gateway).toHavePushed(alice, { type: expect.any(String), at: [1, 2] });
  expect(gateway).toHavePushed(alice, expect.objectContaining({ type: 'joined' }));
  expect(gateway).toHavePushed(bob, Uint8Array.of(0, 255));
  expect(gateway).toHavePushed(bob, Buffer.from([0, 255]));
  expect(gateway.client(alice)).toHavePushed('hello');
  expect(gateway.client(alice)).toHavePushed(alice, 'hello');
  expect(gateway.client(alice)).toHavePushed(expect.objectContaining({ at: [1, 2] }));
});

test('toHavePushed does not take one form for another', async () => {
  const gateway = await gatewayWith([alice, 'AP8='], [alice, joined], [bob, Uint8Array.of(0, 255)]);
  expect(gateway).not.toHavePushed(alice, Uint8Array.of(0, 255));
  expect(gateway).not.toHavePushed(bob, 'AP8=');
  expect(gateway).not.toHavePushed(bob, /./);
  expect(gateway).not.toHavePushed(alice, { type: 'left' });
  expect(gateway).not.toHavePushed(alice, { at: [1] });
  expect(gateway).not.toHavePushed('nobody==', 'AP8=');
  expect(gateway.client(bob)).not.toHavePushed('AP8=');
});

test('toHavePushed with what is not to be in a message looks at its text and at its JSON', async () => {
  const gateway = await gatewayWith([alice, joined]);
  expect(gateway).not.toHavePushed(alice, expect.not.stringContaining('Li Wei'));
  expect(gateway).not.toHavePushed(alice, expect.not.objectContaining({ type: 'joined' }));
  expect(gateway).toHavePushed(alice, expect.not.objectContaining({ type: 'left' }));
});

test('toHavePushed fails when there is no such message', async () => {
  const gateway = await gatewayWith([alice, 'hell'], [alice, Uint8Array.of(1, 2)]);
  await close(gateway, alice);
  await gateway.answerPush({ method: 'POST', body: Buffer.from('{}') });
  expect(messageOf(() => expect(gateway).toHavePushed(alice, 'hello'))).toMatchInlineSnapshot(`
    "expect(gateway).toHavePushed("YWxpY2U/YWxpY2U+YWxpY2U=", "hello")

    Expected a push of "hello" to YWxpY2U/YWxpY2U+YWxpY2U=, found 1 problem:
      expected "hello", received "hell", 2 bytes (01 02)
    A push was refused: websocket: expected an object, received nothing.
    YWxpY2U/YWxpY2U+YWxpY2U= is closed by the function."
  `);
  expect(messageOf(() => expect(gateway).toHavePushed(bob, 'hello'))).toMatchInlineSnapshot(`
    "expect(gateway).toHavePushed("Ym9iYm9iYm9iYm9iYm9iYm8=", "hello")

    Expected a push of "hello" to Ym9iYm9iYm9iYm9iYm9iYm8=, found 1 problem:
      expected "hello", received no push; there are pushes to YWxpY2U/YWxpY2U+YWxpY2U=
    A push was refused: websocket: expected an object, received nothing.
    YWxpY2U/YWxpY2U+YWxpY2U= is closed by the function."
  `);
  expect(messageOf(() => expect(gateway).toHavePushed('hello'))).toMatchInlineSnapshot(`
    "expect(gateway).toHavePushed("hello")

    Expected a push to hello, found 1 problem:
      expected a push, received no push; the gateway has no such connection; the id comes first, then the data
    A push was refused: websocket: expected an object, received nothing.
    YWxpY2U/YWxpY2U+YWxpY2U= is closed by the function."
  `);
  expect(messageOf(() => expect(gateway.client(bob)).toHavePushed())).toMatchInlineSnapshot(`
    "expect(client).toHavePushed()

    Expected a push, found 1 problem:
      expected a push, received no push"
  `);
});

test('toHavePushed fails with the places where the JSON of the only message differs', async () => {
  const gateway = await gatewayWith([alice, joined]);
  const expected = { type: 'left', user: { id: expect.any(String) }, at: [1, 2] };
  expect(messageOf(() => expect(gateway).toHavePushed(alice, expected))).toMatchInlineSnapshot(`
    "expect(gateway).toHavePushed("YWxpY2U/YWxpY2U+YWxpY2U=", { type: "left", user: { id: Any<String> }, at: [1, 2] })

    Expected a push of JSON with { type: "left", user: { id: Any<String> }, at: [1, 2] } to YWxpY2U/YWxpY2U+YWxpY2U=, found 2 problems:
      data.type: expected "left", received "joined" (a string)
      data.user.id: expected Any<String>, received 7 (a number)"
  `);
  expect(messageOf(() => expect(gateway.client(alice)).toHavePushed('hi'))).toMatchInlineSnapshot(`
    "expect(client).toHavePushed("hi")

    Expected a push of "hi", found 1 problem:
      data: expected "hi", received "{\\"type\\":\\"joined\\",\\"user\\":{\\"id\\":7,\\"name\\":\\"Li Wei\\"},\\"at\\":[1,2]}""
  `);
});

test('toHavePushed fails for a message that the function did not wait for', async ({ onTestFinished }) => {
  const gateway = fakeGateway({
    functions: {
      transfer: async ({ websocket }) => {
        void fetch(gateway.pushUrl, { method: 'POST', body: JSON.stringify({ websocket }) });
      },
    },
  });
  gateway.listen({ cleanUp: onTestFinished });
  const client = await gateway.connect();
  await client.send('hello');
  await gateway.settled();
  expect(client.received).toEqual(['hello']);
  expect(messageOf(() => expect(client).toHavePushed('hello'))).toMatchInlineSnapshot(`
    "expect(client).toHavePushed("hello")

    Expected a push of "hello", found 1 problem:
      expected the push to be answered before the function answers, received "hello" behind its back; await the push, since a function is frozen once it has answered"
  `);
  expect(messageOf(() => expect(client).toHavePushedTimes(1))).toMatchInlineSnapshot(`
    "expect(client).toHavePushedTimes(1)

    Expected 1 push, found 2 problems:
      expected 1, received 0
      expected the push to be answered before the function answers, received "hello" behind its back; await the push, since a function is frozen once it has answered"
  `);
});

test('toHavePushed fails negated when there is such a message', async () => {
  const gateway = await gatewayWith([alice, 'hello']);
  expect(messageOf(() => expect(gateway).not.toHavePushed(alice, 'hello'))).toMatchInlineSnapshot(`
    "expect(gateway).not.toHavePushed("YWxpY2U/YWxpY2U+YWxpY2U=", "hello")

    Expected no push of "hello" to YWxpY2U/YWxpY2U+YWxpY2U=."
  `);
  expect(messageOf(() => expect(gateway).not.toHavePushed())).toMatchInlineSnapshot(`
    "expect(gateway).not.toHavePushed()

    Expected no push."
  `);
});

test('toHavePushedTimes counts', async () => {
  const gateway = await gatewayWith([alice, '1'], [bob, '2'], [alice, '3']);
  expect(gateway).toHavePushedTimes(3);
  expect(gateway).toHavePushedTimes(alice, 2);
  expect(gateway.client(bob)).toHavePushedTimes(1);
  expect(gateway).toHavePushedTimes('nobody==', 0);
  expect(messageOf(() => expect(gateway).toHavePushedTimes(alice, 1))).toMatchInlineSnapshot(`
    "expect(gateway).toHavePushedTimes("YWxpY2U/YWxpY2U+YWxpY2U=", 1)

    Expected 1 push to YWxpY2U/YWxpY2U+YWxpY2U=, found 1 problem:
      expected 1, received 2: "1", "3""
  `);
  expect(messageOf(() => expect(gateway).not.toHavePushedTimes(3))).toMatchInlineSnapshot(`
    "expect(gateway).not.toHavePushedTimes(3)

    Expected another number than 3 pushes."
  `);
});

test('toHavePushedInOrder compares every message', async () => {
  const gateway = await gatewayWith([alice, '1'], [bob, Uint8Array.of(2)], [alice, joined]);
  expect(gateway).toHavePushedInOrder(['1', Uint8Array.of(2), { type: 'joined' }]);
  expect(gateway).toHavePushedInOrder(alice, ['1', expect.stringMatching(/joined/)]);
  expect(gateway.client(bob)).toHavePushedInOrder([Uint8Array.of(2)]);
  expect(gateway).toHavePushedInOrder('nobody==', []);
  expect(
    messageOf(() => expect(gateway).toHavePushedInOrder(alice, [{ type: 'left' }, { type: 'left' }, 'bye'])),
  ).toMatchInlineSnapshot(`
    "expect(gateway).toHavePushedInOrder("YWxpY2U/YWxpY2U+YWxpY2U=", [{ type: "left" }, { type: "left" }, "bye"])

    Expected exactly these pushes to YWxpY2U/YWxpY2U+YWxpY2U=: JSON with { type: "left" }, JSON with { type: "left" }, "bye", found 3 problems:
      pushes[0]: expected an object, received 1 (a number)
      pushes[1].type: expected "left", received "joined" (a string)
      pushes[2]: expected "bye", received no push"
  `);
  expect(messageOf(() => expect(gateway).toHavePushedInOrder(alice, ['1']))).toMatchInlineSnapshot(`
    "expect(gateway).toHavePushedInOrder("YWxpY2U/YWxpY2U+YWxpY2U=", ["1"])

    Expected exactly these pushes to YWxpY2U/YWxpY2U+YWxpY2U=: "1", found 1 problem:
      pushes[1]: expected no more, received "{\\"type\\":\\"joined\\",\\"user\\":{\\"id\\":7,\\"name\\":\\"Li Wei\\"},\\"at\\":[1,2]}""
  `);
  expect(
    messageOf(() => expect(gateway).not.toHavePushedInOrder(bob, [Uint8Array.of(2)])),
  ).toMatchInlineSnapshot(`
    "expect(gateway).not.toHavePushedInOrder("Ym9iYm9iYm9iYm9iYm9iYm8=", [1 bytes])

    Expected other pushes to Ym9iYm9iYm9iYm9iYm9iYm8= than 1 byte (02)."
  `);
});

test('toHavePushedNothing passes and fails', async () => {
  const gateway = await gatewayWith([alice, 'hello']);
  await expect(gateway).toHavePushedNothing(bob);
  await expect(gateway.client(bob)).toHavePushedNothing();
  await expect(gateway).not.toHavePushedNothing(alice);
  await expect(expect(gateway).toHavePushedNothing()).rejects.toThrowErrorMatchingInlineSnapshot(`
    [Error: expect(gateway).toHavePushedNothing()

    Expected no push, found 1 problem:
      expected no push, received "hello"]
  `);
  await expect(expect(gateway).not.toHavePushedNothing(bob)).rejects.toThrowErrorMatchingInlineSnapshot(`
    [Error: expect(gateway).not.toHavePushedNothing("Ym9iYm9iYm9iYm9iYm9iYm8=")

    Expected a push to Ym9iYm9iYm9iYm9iYm9iYm8=.]
  `);
  await expect(Promise.resolve(gateway)).resolves.not.toHavePushedNothing();
});

test('toHaveClosed passes for a connection that a function closed, and no other', async () => {
  const gateway = fakeGateway({ connections: [alice, bob] });
  await close(gateway, alice);
  await gateway.client(bob).close();
  expect(gateway).toHaveClosed();
  expect(gateway).toHaveClosed(alice);
  expect(gateway.client(alice)).toHaveClosed();
  expect(gateway).not.toHaveClosed(bob);
  expect(messageOf(() => expect(gateway).toHaveClosed(bob))).toMatchInlineSnapshot(`
    "expect(gateway).toHaveClosed("Ym9iYm9iYm9iYm9iYm9iYm8=")

    Expected a connection that a function closed, found 1 problem:
      expected "closing" to be pushed, received Ym9iYm9iYm9iYm9iYm9iYm8= closed by the client
    YWxpY2U/YWxpY2U+YWxpY2U= is closed by the function.
    Ym9iYm9iYm9iYm9iYm9iYm8= is closed by the client."
  `);
  expect(messageOf(() => expect(gateway).toHaveClosed('nobody=='))).toMatchInlineSnapshot(`
    "expect(gateway).toHaveClosed("nobody==")

    Expected a connection that a function closed, found 1 problem:
      expected "closing" to be pushed, received no such connection
    YWxpY2U/YWxpY2U+YWxpY2U= is closed by the function.
    Ym9iYm9iYm9iYm9iYm9iYm8= is closed by the client."
  `);
  expect(messageOf(() => expect(gateway.client(alice)).not.toHaveClosed())).toMatchInlineSnapshot(`
    "expect(client).not.toHaveClosed()

    Expected no connection that a function closed.
    It is closed by the function."
  `);
});

test('toHaveConnected passes for an accepted connection, be it closed by now', async () => {
  const register = async () => ({ errNo: 1, errMsg: 'full' });
  const gateway = fakeGateway({ connections: [alice] });
  const refused = await gateway.connect({ id: bob, functions: { register } });
  await close(gateway, alice);
  expect(gateway).toHaveConnected();
  expect(gateway).toHaveConnected(alice);
  expect(gateway).not.toHaveConnected(refused);
  expect(messageOf(() => expect(refused).toHaveConnected())).toMatchInlineSnapshot(`
    "expect(client).toHaveConnected()

    Expected a connection that was accepted, found 1 problem:
      expected an accepted connection, received Ym9iYm9iYm9iYm9iYm9iYm8= refused
    It is refused: the reply has errNo 1: full."
  `);
  expect(messageOf(() => expect(gateway).not.toHaveConnected(alice))).toMatchInlineSnapshot(`
    "expect(gateway).not.toHaveConnected("YWxpY2U/YWxpY2U+YWxpY2U=")

    Expected no connection that was accepted.
    YWxpY2U/YWxpY2U+YWxpY2U= is closed by the function.
    Ym9iYm9iYm9iYm9iYm9iYm8= is refused: the reply has errNo 1: full."
  `);
});

test('wrong use is answered with what to write', async () => {
  const gateway = await gatewayWith([alice, 'hello']);
  expect(messageOf(() => expect('hello').toHavePushed())).toMatchInlineSnapshot(
    `"Cannot use toHavePushed: received "hello" (a string), not a fake gateway. Pass what fakeGateway() or gateway.connect() gave."`,
  );
  // @ts-expect-error a connection is an id or a client
  expect(messageOf(() => expect(gateway).toHavePushed(7, 'hello'))).toMatchInlineSnapshot(
    `"Cannot use toHavePushed: the connection is 7 (a number). Pass the id of a connection, or a client."`,
  );
  // @ts-expect-error the count comes last
  expect(messageOf(() => expect(gateway).toHavePushedTimes(1, alice))).toMatchInlineSnapshot(
    `"Cannot use toHavePushedTimes: the count is "YWxpY2U/YWxpY2U+YWxpY2U=" (a string). Pass a whole number from 0, behind the id where there is one."`,
  );
  expect(messageOf(() => expect(gateway).toHavePushedTimes(-1))).toMatchInlineSnapshot(
    `"Cannot use toHavePushedTimes: the count is -1 (a number). Pass a whole number from 0, behind the id where there is one."`,
  );
  // @ts-expect-error messages are a list
  expect(messageOf(() => expect(gateway).toHavePushedInOrder(alice, 'hello'))).toMatchInlineSnapshot(
    `"Cannot use toHavePushedInOrder: the messages are "hello" (a string). Pass an array, behind the id where there is one."`,
  );
  expect(
    messageOf(() => expect({ gateway }).toEqual({ gateway: expect.toHavePushedNothing() })),
  ).toMatchInlineSnapshot(
    `"Cannot use a matcher that waits inside toEqual: toEqual does not wait. Write an assertion of its own: \`await expect(gateway).toHavePushedNothing()\`, \`await expect(response).toBeValidWebResponse()\`."`,
  );
});

test('inside toEqual the message names what was pushed', async () => {
  const gateway = await gatewayWith([alice, 'hell']);
  expect({ gateway }).toEqual({ gateway: expect.toHavePushed(alice, 'hell') });
  const matcher: { asymmetricMatch(received: unknown): boolean; toAsymmetricMatcher(): string } =
    expect.toHavePushed(alice, 'hello');
  expect(matcher.asymmetricMatch(gateway)).toBe(false);
  expect(matcher.toAsymmetricMatcher()).toMatchInlineSnapshot(
    `"toHavePushed("YWxpY2U/YWxpY2U+YWxpY2U=", "hello"): data: expected "hello", received "hell""`,
  );
});
