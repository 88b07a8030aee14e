import { expect, test } from 'vitest';
import { fieldsInOneOrder } from '../../src/fuzz/oracles/tools/fieldsInOneOrder.js';

test.each([
  ['result {"b":1,"a":2}', 'result {"a":2,"b":1}'],
  ['{"b":"9007199254740993","a":"1e309"}', '{"a":"1e309","b":"9007199254740993"}'],
  [
    JSON.stringify({ body: '{"b":"12345678901234567890","a":[]}' }),
    JSON.stringify({ body: '{"a":[],"b":"12345678901234567890"}' }),
  ],
  [
    JSON.stringify({ body: '{"orderId":9007199254740993,"a":[]}', a: 1 }),
    JSON.stringify({ a: 1, body: '{"orderId":9007199254740993,"a":[]}' }),
  ],
  [
    '200 {} <!DOCTYPE html><p>{"b":1,"a":2}</p><script id="data" type="application/json">{"b":1,"a":2}</script>',
    '200 {} <!DOCTYPE html><p>{"b":1,"a":2}</p><script id="data" type="application/json">{"a":2,"b":1}</script>',
  ],
])('%s has its fields in one order', (text, sorted) => {
  expect(fieldsInOneOrder(text)).toBe(sorted);
});

test.each([
  '{"b":9007199254740993,"a":1}',
  '{"b": -9007199254740993,"a":1}',
  '[9007199254740993,{"b":1,"a":2}]',
  '{"b":0.12345678901234567,"a":1}',
  'no JSON',
])('%s stays, since it would be read as another', (text) => {
  expect(fieldsInOneOrder(text)).toBe(text);
});
