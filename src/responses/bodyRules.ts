import { bytesOfBase64 } from '../kernel/base64.js';
import { describeValue } from '../kernel/describeValue.js';
import { parsedJson } from '../kernel/json.js';
import type { ResponseRule } from './defineResponse.js';
import type { HttpParts } from './httpParts.js';
import { sources } from './sources.js';

/** What holds for the body of an HTTP response and for the flag that it is Base64. */
export function bodyRules(documentation: string): readonly ResponseRule[] {
  return [
    {
      name: 'body-string',
      holds: 'body, where there is one, is a string.',
      severity: ({ lenient }) => (lenient === true ? 'warning' : 'error'),
      source: `not documented: ${sources.emulator} sends its text, tencent-serverless-http answers 500`,
      check({ http, original, describe }, report) {
        if (http.fields === undefined || http.text !== undefined) return;
        report(['body'], { expected: 'a string', received: describe('body'), hint: bodyHint(original) });
      },
    },
    {
      name: 'body-null',
      holds: 'body is not null.',
      severity: 'warning',
      source: `${sources.emulator} sends nothing for it`,
      check({ http: { fields } }, report) {
        if (fields?.body === null)
          report(['body'], { expected: 'a string', received: 'null', hint: "return ''" });
      },
    },
    {
      name: 'base64-boolean',
      holds: 'isBase64Encoded, where there is one, is a boolean.',
      severity: 'error',
      source: documentation,
      check({ http: { fields }, describe }, report) {
        const flag = fields?.isBase64Encoded;
        if (flag === undefined || flag === null || typeof flag === 'boolean') return;
        const hint = flag === 'true' || flag === 'false' ? `write ${flag} without quotes` : undefined;
        report(['isBase64Encoded'], {
          expected: 'true or false',
          received: describe('isBase64Encoded'),
          ...(hint !== undefined && { hint }),
        });
      },
    },
    {
      name: 'body-base64',
      holds: 'body is padded standard Base64 when isBase64Encoded is true.',
      severity: 'error',
      source: documentation,
      check({ http, describe }, report) {
        const { text } = http;
        if (!http.isBase64 || text === undefined || http.bytes !== undefined) return;
        report(['body'], {
          expected: 'padded standard Base64',
          received: describe('body'),
          hint: base64Hint(text),
        });
      },
    },
    {
      name: 'body-text',
      holds: 'body is text, not bytes read as text, when isBase64Encoded is not true.',
      severity: 'warning',
      source: `${documentation}: binary content is Base64`,
      check({ http }, report) {
        if (http.isBase64 || http.text === undefined) return;
        const foreign = notText.exec(http.text)?.[0];
        if (foreign === undefined) return;
        const code = foreign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        report(['body'], { expected: 'text', received: `a string with U+${code}`, hint: toBase64 });
      },
    },
    {
      name: 'body-binary-type',
      holds: 'A body of a binary content type or content encoding is Base64.',
      severity: 'warning',
      source: `${documentation}: binary content is Base64`,
      check({ http }, report) {
        if (http.isBase64 || http.text === undefined || http.text === '') return;
        const binary = binaryKind(http);
        if (binary === undefined) return;
        report(['isBase64Encoded'], {
          expected: `true for ${binary}`,
          received: 'a body that is sent as text',
          hint: toBase64,
        });
      },
    },
    {
      name: 'content-type',
      holds: 'A response with a body says its content type.',
      severity: 'warning',
      source: `${sources.http}#section-8.3`,
      check({ http }, report) {
        if (
          http.text === undefined ||
          http.text === '' ||
          http.forbidsBody ||
          http.header('content-type') !== undefined
        )
          return;
        report(['headers', 'Content-Type'], { expected: 'the type of the body', received: 'nothing' });
      },
    },
    {
      name: 'body-json',
      holds: 'A body of a JSON content type parses.',
      severity: 'warning',
      source: 'https://www.rfc-editor.org/rfc/rfc8259#section-2',
      check({ http }, report) {
        if (!/^application\/(?:[\w.-]+\+)?json$/.test(http.mediaType)) return;
        if (
          http.bytes === undefined ||
          http.bytes.byteLength === 0 ||
          http.header('content-encoding') !== undefined
        )
          return;
        const text = new TextDecoder().decode(http.bytes);
        if (parsedJson(text) !== undefined) return;
        report(['body'], {
          expected: `JSON, since the content type is ${http.mediaType}`,
          received: describeValue(text),
        });
      },
    },
    {
      name: 'body-forbidden',
      holds: 'A 1xx, 204 or 304 response has no body.',
      severity: 'warning',
      source: `${sources.http}#section-6.4.1`,
      check({ http, describe }, report) {
        if (!http.forbidsBody || http.text === undefined || http.text === '') return;
        report(['body'], {
          expected: `no body with ${http.status}`,
          received: describe('body'),
          hint: 'it is not sent',
        });
      },
    },
  ];
}

/** The documents list isBase64Encoded for the two gateways, and not for the Function URL. */
export const base64PresentRule: ResponseRule = {
  name: 'base64-present',
  holds: 'isBase64Encoded is there.',
  severity: 'warning',
  source: `${sources.apigw}; functions without it work`,
  check({ http: { fields } }, report) {
    const flag = fields?.isBase64Encoded;
    if (fields === undefined || (flag !== undefined && flag !== null)) return;
    report(['isBase64Encoded'], { expected: 'true or false', received: flag === null ? 'null' : 'nothing' });
  },
};

/** Control characters, the replacement character and lone surrogates. */
const notText = /(?![\t\n\v\f\r])[\p{Cc}\ufffd\p{Surrogate}]/u;

const toBase64 = "return bytes.toString('base64') with isBase64Encoded: true";

function bodyHint(original: unknown): string {
  const body = typeof original === 'object' && original !== null ? Reflect.get(original, 'body') : undefined;
  return body instanceof Uint8Array ? toBase64 : 'JSON.stringify it';
}

function base64Hint(text: string): string {
  if (/^data:[^,]*,/.test(text)) return 'drop what stands before the comma';
  if (/^[\w-]+$/.test(text) && /[-_]/.test(text)) return "encode with 'base64' rather than 'base64url'";
  if (isWrappedBase64(text)) return 'drop the white space';
  return /^[A-Za-z0-9+/]+$/.test(text) ? 'pad it with =' : 'set isBase64Encoded to false for text';
}

/** Base64 with line breaks or blanks in it; words with blanks between them are text, whatever their letters. */
function isWrappedBase64(text: string): boolean {
  const plain = text.replace(/\s+/g, '');
  const isWrapped = plain.length < text.length && bytesOfBase64(plain) !== undefined;
  return isWrapped && (plain.endsWith('=') || !/\S[ \t]+\S/.test(text));
}

function binaryKind(http: HttpParts): string | undefined {
  const encoding = http.header('content-encoding')?.toLowerCase();
  if (encoding !== undefined && /^(?:gzip|deflate|br|compress|zstd)$/.test(encoding))
    return `content-encoding ${encoding}`;
  const binary =
    /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:octet-stream|pdf|zip|gzip|wasm|protobuf)$)/;
  return binary.test(http.mediaType) ? http.mediaType : undefined;
}
