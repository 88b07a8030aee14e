import { isObject } from '../../kernel/json.js';

/** The cookies of one client: https://www.rfc-editor.org/rfc/rfc6265 */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  /** Keeps what an answer sets. */
  take(answer: unknown): void {
    const headers = isObject(answer) ? answer.headers : undefined;
    const set: unknown = isObject(headers) ? headers['set-cookie'] : undefined;
    for (const one of [set].flat()) {
      const [, name, value] = /^\s*([^=;\s]+)=([^;]*)/.exec(typeof one === 'string' ? one : '') ?? [];
      if (name !== undefined) this.#cookies.set(name, value ?? '');
    }
  }

  /** The request with the cookies; the same object where there are none. */
  addedTo<Event>(event: Event): Event {
    const headers = isObject(event) ? event.headers : undefined;
    if (this.#cookies.size === 0 || !isObject(headers)) return event;
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { ...event, headers: { ...headers, cookie } };
  }
}
