import { isObject } from '../../kernel/json.js';
import { bodyOf } from '../../runtime/webRequest.js';
import { inOrder } from '../play/steps.js';
import { lastAnswer } from '../play/webAnswerIn.js';
import type { Oracle } from './oracle.js';
import { differently } from './tools/differently.js';

const lengthRequired = 411;
/** Answers to what nobody takes, whose body nobody reads. */
const untaken = [404, 405];

/** An answer that its client cannot open. */
export const unaskedCoding: Oracle = {
  name: 'unasked-coding',
  holds: 'An answer is compressed for a client that takes it, and for no other.',
  domain:
    'Web functions whose answer to the same request is compressed. A request by Accept-Encoding: identity (RFC 9110, section 12.5.3).',
  isRelation: true,
  applies: (rules) => rules.isPlainHttp === true,
  async judge(trial) {
    const compared = await trial.base();
    const { event } = trial.case;
    if (lastAnswer(compared)?.coding === undefined || !isObject(event) || !isObject(event.headers))
      return undefined;
    const others = Object.entries(event.headers).filter(([name]) => name.toLowerCase() !== 'accept-encoding');
    const plain: unknown = {
      ...event,
      headers: { ...Object.fromEntries(others), 'accept-encoding': 'identity' },
    };
    if (!trial.trigger.contract.accepts(plain)) return undefined;
    const execution = await trial.play(inOrder([plain]));
    const coding = lastAnswer(execution)?.coding;
    if (coding === undefined) return undefined;
    return {
      what: coding,
      detail: `The client says Accept-Encoding: identity, and the body of the answer is ${coding}. Look at Accept-Encoding before you compress.`,
      execution,
      compared,
    };
  },
};

/** A body in chunks. */
export const bodyFraming: Oracle = {
  name: 'body-framing',
  holds: 'A body that comes in chunks is the body that comes with a Content-Length.',
  domain: 'Web functions and requests with a body. An answer of 411 (Length Required) says no to it.',
  isRelation: true,
  applies: (rules) => rules.isPlainHttp === true,
  async judge(trial) {
    const { event } = trial.case;
    if (!isObject(event) || typeof event.body !== 'string' || event.body === '') return undefined;
    const status = lastAnswer(await trial.base())?.statusCode ?? 0;
    if (!trial.isEarly && untaken.includes(status)) return undefined;
    const spelling = isObject(event.spelling) ? event.spelling : {};
    const [plain, chunked] = [false, true].map((isChunked): unknown =>
      (spelling.isChunked === true) === isChunked
        ? event
        : { ...event, spelling: { ...spelling, isChunked } },
    );
    if (!trial.trigger.contract.accepts(plain) || !trial.trigger.contract.accepts(chunked)) return undefined;
    const execution = await trial.play(inOrder([chunked]));
    if (lastAnswer(execution)?.statusCode === lengthRequired) return undefined;
    return differently(await trial.play(inOrder([plain])), execution, {
      what: 'chunks',
      how: 'With its body in chunks, which no Content-Length tells the length of,',
      there: 'in chunks',
      determinism: trial.determinism,
      respelled: toldFraming(bodyOf({ ...event, body: event.body }).length),
    });
  },
};

/** How an answer may show the header that says where the body ends: one of the two in place of the other. */
function toldFraming(bytes: number): readonly string[] {
  const headers = [
    ['content-length', `${bytes}`],
    ['transfer-encoding', 'chunked'],
  ] as const;
  return headers.flatMap(([name, value]) => {
    const field = `"${name}":"${value}"`;
    return [`${field},`, `,${field}`, field, `"${name}","${value}"`, `${name}: ${value}`];
  });
}
