import type { HttpBody } from '../../domain/http/bodies.js';
import { stretchedEvent } from '../../domain/http/events.js';
import { isJson, mediaTypeOf } from '../../domain/http/requests.js';
import type { ClbEvent } from '../../generated/clb.js';
import { base64Of } from '../../kernel/base64.js';

const textTypes = ['application/json', 'application/javascript', 'application/xml'];

/** True for the types whose bodies the balancer passes on as they are; it encodes all others as Base64. */
export function isPassedAsText(contentType: string): boolean {
  const mediaType = mediaTypeOf(contentType);
  return mediaType.startsWith('text/') || textTypes.includes(mediaType);
}

/** What the balancer makes of a body: the value of a JSON text, any other text, or Base64. */
export function encodedBody({
  contentType,
  isBase64,
  text,
}: HttpBody): Pick<ClbEvent, 'isBase64Encoded' | 'payload'> {
  if (!isPassedAsText(contentType)) {
    return { payload: isBase64 ? text : base64Of(text), isBase64Encoded: 'true' };
  }
  return { payload: isJson(contentType) ? parsed(text) : text, isBase64Encoded: 'false' };
}

/** The value of a JSON text; the text itself when it is none. */
function parsed(text: string): ClbEvent['payload'] {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The event with so many more bytes of JSON: a payload of text grows, and what is left over goes to the user agent. */
export function stretchedPayload(event: ClbEvent, extra: number): ClbEvent {
  const { isBase64Encoded = false, payload } = event;
  const text = typeof payload === 'string' ? { body: payload } : {};
  const { body = payload, headers } = stretchedEvent(
    { ...text, headers: event.headers, isBase64Encoded },
    extra,
  );
  return { ...event, headers, payload: body };
}
