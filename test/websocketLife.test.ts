import { describe, expect, test } from 'vitest';
import {
  check,
  drawWebsocketLife,
  websocketClose,
  websocketConnect,
  websocketData,
  websocketLife,
} from '../src/index.js';
import { plainRequest } from '../src/kernel/draw.js';
import { RecordedDraw, simplest } from '../src/kernel/recordedDraw.js';

const strictly = { strict: true };

describe('websocketLife', () => {
  test('gives every event of a life the same id, and every life another one', () => {
    const lives = Array.from({ length: 50 }, (_, index) => websocketLife({ index }));
    const ids = lives.map(({ connect, messages, close }) => {
      const own = new Set([connect, ...messages, close].map((event) => event.websocket.secConnectionID));
      expect(own.size).toBe(1);
      return [...own][0];
    });
    expect(new Set(ids).size).toBe(50);
  });

  test('draws events that check strictly clean', () => {
    for (let index = 0; index < 200; index++) {
      const { connect, messages, close } = websocketLife({ seed: 'clean', index });
      expect(check(websocketConnect, connect, strictly)).toEqual([]);
      for (const message of messages) expect(check(websocketData, message, strictly)).toEqual([]);
      expect(check(websocketClose, close, strictly)).toEqual([]);
    }
  });

  test('draws as many messages as are asked for', () => {
    expect(websocketLife({ messages: 0 }).messages).toEqual([]);
    expect(websocketLife({ messages: 25 }).messages).toHaveLength(25);
  });

  test('puts the payload into every message', () => {
    const { messages } = websocketLife({ messages: 4, payload: (draw) => ({ n: draw.integer(1, 6) }) });
    for (const { websocket } of messages) {
      const { data, dataType } = websocket;
      const text = dataType === 'binary' ? Buffer.from(data, 'base64').toString() : data;
      expect(JSON.parse(text)).toEqual({ n: expect.any(Number) });
    }
  });

  test('repeats a life, and shrinks to one without messages', () => {
    expect(websocketLife({ seed: 7, index: 3 })).toEqual(websocketLife({ seed: 7, index: 3 }));
    expect(drawWebsocketLife(new RecordedDraw([], simplest, plainRequest)).messages).toEqual([]);
  });

  test('refuses counts that are none', () => {
    expect(() => websocketLife({ messages: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[Misuse: Cannot draw -1 messages: the count must be a whole number from 0.]`,
    );
    expect(() => websocketLife({ index: 0.5 })).toThrowErrorMatchingInlineSnapshot(
      `[Misuse: Cannot draw event 0.5: the index must be a whole number from 0.]`,
    );
  });
});
