import type { Draw } from '../../kernel/draw.js';
import { bytesBody, type HttpBody, textBody } from './bodies.js';

/** A body that breaks handlers. */
export interface EdgeBody {
  /** In kebab-case. */
  readonly name: string;
  readonly because: string;
  /** The standard that allows it. */
  readonly source: string;
  body(draw: Draw): HttpBody;
}

const jsonStandard = 'RFC 8259';
const formStandard = 'https://url.spec.whatwg.org/#application/x-www-form-urlencoded';
const multipartStandard = 'RFC 7578';
const mediaTypes = 'RFC 9110, section 8.3';
const encodings = 'RFC 9110, section 8.4';

function text(source: string, contentType: string) {
  return (name: string, because: string, body: string): EdgeBody => ({
    name,
    because,
    source,
    body: () => textBody(contentType, body),
  });
}

const json = text(jsonStandard, 'application/json');
const form = text(formStandard, 'application/x-www-form-urlencoded');
const plain = text(mediaTypes, 'text/plain; charset=utf-8');
const multipart = text(multipartStandard, 'multipart/form-data; boundary=edge');

const part = (disposition: string, content: string) =>
  `--edge\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;

/** Bodies of text. */
export const edgeTextBodies: readonly EdgeBody[] = [
  json('json-empty-body', 'the body is "" and JSON.parse("") throws', ''),
  json('json-null', 'JSON.parse succeeds and gives null, and reading a field of it throws', 'null'),
  json('json-array', 'the top level is an array where handlers expect an object', '[{"id":1}]'),
  json('json-text', 'the top level is a text', '"hello"'),
  json('json-falsy', 'the top level is 0, which "body || {}" throws away', '0'),
  json('json-truncated', 'the client broke off, and JSON.parse throws', '{"id":1,"items":['),
  json('json-with-byte-order-mark', 'JSON.parse refuses the first character', '\ufeff{"id":1}'),
  json(
    'json-prototype-fields',
    'merging the parsed body sets prototypes',
    '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
  ),
  json('json-id-above-2-53', 'JSON.parse rounds the number', '{"orderId":9007199254740993}'),
  json('json-huge-number', 'JSON.parse gives Infinity', '{"amount":1e400}'),
  json(
    'json-repeated-field',
    'the last of two values wins here and the first elsewhere',
    '{"role":"user","role":"admin"}',
  ),
  json(
    'json-lone-surrogate',
    'the escape is half a character, which no UTF-8 can hold',
    '{"name":"\\ud800"}',
  ),
  json('json-nul-character', 'databases refuse the text', '{"name":"a\\u0000b"}'),
  json(
    'json-many-byte-characters',
    'content-length counts bytes, and body.length does not',
    '{"name":"王芳😀","city":"Zürich"}',
  ),
  json(
    'json-nested-deeply',
    'recursive code runs out of stack',
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  ),
  {
    name: 'json-declared-in-capitals',
    because: 'media types ignore case and carry parameters, and a comparison with "application/json" fails',
    source: mediaTypes,
    body: () => textBody('Application/JSON; Charset=UTF-8', '{"id":1}'),
  },
  {
    name: 'json-suffix-type',
    because: 'the body is JSON under a type of its own, application/…+json',
    source: 'RFC 6839',
    body: () => textBody('application/vnd.api+json', '{"data":{"type":"orders","id":"1"}}'),
  },
  {
    name: 'form-declared-as-json',
    because: 'the type is only what the sender claims: the body is a form, and JSON.parse throws',
    source: mediaTypes,
    body: () => textBody('application/json', 'name=Li+Wei&rating=5'),
  },
  form(
    'form-malformed-percent',
    'decodeURIComponent throws at "%", "%zz" and half a character',
    'discount=100%&code=%zz&name=%E4%BD',
  ),
  form(
    'form-prototype-fields',
    'names of fields find the prototype',
    '__proto__=1&constructor=2&__proto__[admin]=true&toString=3',
  ),
  form(
    'form-plus-and-percent-20',
    'both are spaces in a form, and only one is in a path',
    'a=1+2&b=1%202&c=1%2B2',
  ),
  form(
    'form-repeated-and-empty-fields',
    'a field comes twice, without a value, and without a name',
    'tag=a&tag=b&empty=&flag&=nameless',
  ),
  form(
    'form-nested-brackets',
    'parsers disagree whether brackets nest',
    'user[name]=Li&user[roles][]=a&user[roles][]=b',
  ),
  {
    name: 'form-of-1000-fields',
    because: 'parsers stop at 1,000 fields and drop the rest',
    source: formStandard,
    body: () => {
      const fields = Array.from({ length: 1001 }, (_, index) => `f${index}=${index}`);
      return textBody('application/x-www-form-urlencoded', fields.join('&'));
    },
  },
  plain('text-with-carriage-returns', 'lines end in CR LF', 'first\r\nsecond\r\n'),
  plain('text-that-looks-like-base64', 'the text decodes as Base64 without being it', 'aGVsbG8='),
  plain('text-that-looks-like-json', 'the type says text, and guessing says JSON', '{"id":1}'),
  plain(
    'text-with-control-characters',
    'logs, terminals and databases react to NUL, ESC and U+2028',
    'a\u0000b\u001b[31mc\u2028d',
  ),
  multipart(
    'multipart-field-named-prototype',
    'names of fields find the prototype',
    `${part('name="__proto__"', '1')}--edge--\r\n`,
  ),
  multipart(
    'multipart-file-name-with-path',
    'the name leads out of the upload folder',
    `${part('name="file"; filename="../../escape.txt"', 'x')}--edge--\r\n`,
  ),
  multipart(
    'multipart-without-end',
    'the closing boundary is missing, and the parser waits',
    part('name="title"', 'x'),
  ),
  multipart(
    'multipart-with-boundary-in-content',
    'the content begins like the boundary',
    `${part('name="title"', '--edgewise')}--edge--\r\n`,
  ),
  {
    name: 'multipart-quoted-boundary',
    because: 'the boundary parameter stands in quotes',
    source: multipartStandard,
    body: () => textBody('multipart/form-data; boundary="edge"', `${part('name="title"', 'x')}--edge--\r\n`),
  },
];

/** `gzip` of `{"compressed":true}`, without a time. */
export const gzippedJson: readonly number[] = [
  31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 171, 86, 74, 206, 207, 45, 40, 74, 45, 46, 78, 77, 81, 178, 42, 41, 42, 77,
  173, 5, 0, 241, 234, 57, 149, 19, 0, 0, 0,
];

function bytes(
  { contentType, ...about }: Omit<EdgeBody, 'body'> & { readonly contentType: string },
  values: readonly number[],
): EdgeBody {
  return { ...about, body: () => bytesBody(contentType, Uint8Array.from(values)) };
}

const octets = 'application/octet-stream';

/** Bodies of bytes, which events carry as Base64. */
export const edgeByteBodies: readonly EdgeBody[] = [
  bytes(
    {
      name: 'all-256-bytes',
      because: 'every byte value occurs, and a round trip through text loses half of them',
      contentType: octets,
      source: mediaTypes,
    },
    Array.from({ length: 256 }, (_, byte) => byte),
  ),
  bytes(
    {
      name: 'invalid-utf-8',
      because: 'the bytes are no UTF-8, and decoding replaces or throws',
      contentType: octets,
      source: mediaTypes,
    },
    [0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80],
  ),
  bytes(
    {
      name: 'gzip-body',
      because: 'the body is compressed, and no field of the event says so',
      contentType: 'application/gzip',
      source: encodings,
    },
    gzippedJson,
  ),
  bytes(
    {
      name: 'empty-binary-body',
      because: 'the Base64 of nothing is "", which is falsy',
      contentType: octets,
      source: mediaTypes,
    },
    [],
  ),
  bytes(
    {
      name: 'one-byte',
      because: 'the Base64 ends in two padding characters',
      contentType: octets,
      source: mediaTypes,
    },
    [0],
  ),
  bytes(
    {
      name: 'base64-with-plus-and-slash',
      because: 'the Base64 holds + and /, which URLs and file names do not bear',
      contentType: octets,
      source: mediaTypes,
    },
    [0xfb, 0xef, 0xff, 0xfe],
  ),
];
