import { isUtf8 } from 'node:buffer';
import type { End } from './outcome.js';

/** What an instance's answer is for its caller, byte for byte, and what there is to say of it. */
export function answerEnd(body: Buffer): { readonly end: End; readonly note: string | undefined } {
  const json = body.toString();
  const note = isUtf8(body)
    ? almostJson(json)
    : 'the answer is no UTF-8, and its caller gets other bytes here';
  return { end: { type: 'result', json, by: 'promise', waits: false }, note };
}

/** The end of an event that the instance says has failed; what callers read of it is not documented. */
export function reportedEnd(body: Buffer): End {
  const message = body.toString();
  const error = { name: 'error', message, isError: false };
  return { type: 'error', error, stackTrace: message, by: 'throw', waits: false };
}

/** Says what is wrong with a text that was meant for JSON. */
function almostJson(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return `the answer begins like JSON and is none (${(error as Error).message}); its caller gets the text`;
  }
}
