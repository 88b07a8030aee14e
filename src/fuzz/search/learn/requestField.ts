import { isObject, type JsonValue, parsedJson } from '../../../kernel/json.js';
import type { Trigger } from '../../../kernel/trigger.js';

/** Where a caller writes what shows that it knows the secret. */
export type RequestField =
  | { readonly in: 'headers' | 'queryString'; readonly name: string }
  | { readonly in: 'body'; readonly name: string };

/** A request of HTTP, as the front ends with a function behind them send it. */
interface Request {
  readonly headers: Readonly<Record<string, JsonValue>>;
  readonly queryString?: JsonValue;
  readonly body?: JsonValue;
  readonly isBase64Encoded?: JsonValue;
}

/** The event with a text in a field; undefined for what is no request, or holds no such body. */
export function withField<Event>(
  trigger: Trigger<Event>,
  event: Event,
  field: RequestField,
  text: string,
): Event | undefined {
  const changed = changedRequest(event as Request, field, text);
  return changed !== undefined && trigger.contract.accepts(changed) ? changed : undefined;
}

function changedRequest(event: Request, { in: part, name }: RequestField, text: string): unknown {
  if (!isObject(event) || !isObject(event.headers)) return undefined;
  if (part === 'headers') {
    const known = Object.keys(event.headers).find((one) => one.toLowerCase() === name) ?? name;
    return { ...event, headers: { ...event.headers, [known]: text } };
  }
  if (part === 'queryString')
    return {
      ...event,
      queryString: { ...(isObject(event.queryString) ? event.queryString : {}), [name]: text },
    };
  const body =
    typeof event.body === 'string' && event.isBase64Encoded !== true ? parsedJson(event.body) : undefined;
  if (!isObject(body)) return undefined;
  return { ...event, body: JSON.stringify({ ...body, [name]: text }) };
}
