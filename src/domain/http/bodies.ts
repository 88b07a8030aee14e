import { base64Of, drawBase64 } from '../../kernel/base64.js';
import type { Draw } from '../../kernel/draw.js';
import { utf8Bytes } from '../../kernel/json.js';

/** The body of a request, as an event carries it. */
export interface HttpBody {
  readonly contentType: string;
  /** The body itself, or its Base64. */
  readonly text: string;
  readonly isBase64: boolean;
  /** Bytes before Base64: what `content-length` says. */
  readonly sizeBytes: number;
}

/** A sort of body: its type, and how to draw one. */
export interface BodySort {
  readonly contentType: string;
  readonly isBase64: boolean;
  draw(draw: Draw): HttpBody;
}

/** A body of text. */
export function textBody(contentType: string, text: string): HttpBody {
  return { contentType, text, isBase64: false, sizeBytes: utf8Bytes(text) };
}

/** A body of bytes, carried as Base64. */
export function bytesBody(contentType: string, bytes: Uint8Array): HttpBody {
  return { contentType, text: base64Of(bytes), isBase64: true, sizeBytes: bytes.byteLength };
}

function textSort(contentType: string, text: (draw: Draw) => string): BodySort {
  return { contentType, isBase64: false, draw: (draw) => textBody(contentType, text(draw)) };
}

/** A JSON body: the user's payload, or else what `otherwise` draws. */
function jsonSort(otherwise: (draw: Draw) => string): BodySort {
  return textSort('application/json', (draw) => draw.payloadText(otherwise));
}

const notes = [
  '',
  'thanks',
  'please call before delivery',
  '请尽快发货',
  'gift wrap: "birthday"',
  '放前台 😀',
];
const people = ['Li Wei', '王芳', 'Zhang Min', 'Chen Jie', '刘洋', "Anna O'Neil"];
const products = ['A-1024', 'B-2048', 'C-0007', 'TEA-88', 'BOOK-311', 'LAMP-5'];

/** The pools once more, as they stand in JSON and in forms; encoding them event by event costs more than all the rest. */
const jsonNotes = notes.map((note) => JSON.stringify(note));
const jsonPeople = people.map((person) => JSON.stringify(person));
const formNotes = notes.map(formEncoded);
const formPeople = people.map(formEncoded);

function formEncoded(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+');
}

/** A text from a pool of encoded ones; when hostile any text at all, encoded. */
function encodedText(draw: Draw, pool: readonly string[], encode: (text: string) => string): string {
  return draw.isHostile() ? encode(draw.text(notes)) : draw.pick(pool);
}

const orderLine = (draw: Draw) => `{"sku":"${draw.pick(products)}","count":${draw.integer(1, 9)}}`;

/** `{"customer":"Li Wei","items":[{"sku":"A-1024","count":2}],"note":""}` */
export const orderBody = jsonSort(
  (draw) =>
    `{"customer":${encodedText(draw, jsonPeople, JSON.stringify)},"items":[${draw.list(1, 3, orderLine).join(',')}],"note":${encodedText(draw, jsonNotes, JSON.stringify)}}`,
);

/** `{"event":"paid","orderId":"20481","amount":1999,"currency":"CNY"}` */
export const webhookBody = jsonSort(
  (draw) =>
    `{"event":"${draw.pick(['paid', 'refunded', 'shipped'])}","orderId":"${draw.digits(8)}","amount":${draw.integer(0, 1_000_000)},"currency":"CNY"}`,
);

/** `name=Li+Wei&rating=5&comment=%E5%A5%BD` */
export const feedbackBody = textSort(
  'application/x-www-form-urlencoded',
  (draw) =>
    `name=${encodedText(draw, formPeople, formEncoded)}&rating=${draw.integer(1, 5)}&comment=${encodedText(draw, formNotes, formEncoded)}`,
);

/** Lines of plain text. */
export const noteBody = textSort('text/plain; charset=utf-8', (draw) =>
  draw.list(1, 3, () => draw.text(notes)).join('\n'),
);

/** The XML of a payment notice. */
export const paymentBody = textSort(
  'text/xml; charset=utf-8',
  (draw) =>
    `<xml><return_code>SUCCESS</return_code><out_trade_no>${draw.digits(12)}</out_trade_no><total_fee>${draw.integer(1, 1_000_000)}</total_fee></xml>`,
);

const boundary = '----ScfFixturesBoundary7MA4YWxk';

/** Two fields of a form and nothing that is not text. */
export const multipartBody = textSort(
  `multipart/form-data; boundary=${boundary}`,
  (draw) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="title"\r\n\r\n${draw.pick(people)}\r\n` +
    `--${boundary}\r\nContent-Disposition: form-data; name="note"\r\n\r\n${draw.pick(notes)}\r\n--${boundary}--\r\n`,
);

/** Base64 of the 8 bytes of a PNG's signature and the first byte behind it, a whole number of groups. */
const pngStart = 'iVBORw0KGgoA';

/** The signature of a PNG and some bytes behind it. */
export const pictureBody: BodySort = {
  contentType: 'image/png',
  isBase64: true,
  draw: (draw) => {
    const more = draw.integer(0, 96);
    return {
      contentType: 'image/png',
      text: pngStart + drawBase64(draw, more),
      isBase64: true,
      sizeBytes: 9 + more,
    };
  },
};
