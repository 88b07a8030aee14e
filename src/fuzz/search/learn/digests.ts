import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, createHmac } from 'node:crypto';
import { replaced, shared } from '../../../runtime/patches.js';
import type { Subject } from '../../play/execution.js';

/** A digest that a handler has made. */
export interface Digest {
  readonly bytes: Buffer;
  /** Made with a key, as a signature is. */
  readonly isKeyed: boolean;
}

const heard = new AsyncLocalStorage<Digest[]>();

/** Node's own classes of what `createHash` and `createHmac` give, however the handler has come by them. */
const classes = [
  { of: Object.getPrototypeOf(createHash('sha1')) as object, isKeyed: false },
  { of: Object.getPrototypeOf(createHmac('sha1', '')) as object, isKeyed: true },
];

type MakeDigest = (this: unknown, encoding?: BufferEncoding | 'buffer') => Buffer | string;

/** While somebody listens, every digest that is made in a handler of {@link hearing} is heard. */
export const listenToDigests = shared(() =>
  classes.map(({ of, isKeyed }) =>
    replaced(of, 'digest', (original) => {
      const make = original() as MakeDigest;
      return function digest(this: unknown, encoding?: BufferEncoding | 'buffer') {
        const made = Reflect.apply(make, this, [encoding]) as Buffer | string;
        const bytes = typeof made === 'string' ? Buffer.from(made, encoding as BufferEncoding) : made;
        heard.getStore()?.push({ bytes, isKeyed });
        return made;
      };
    }),
  ),
);

/** The subject, whose handlers tell what digests they make. */
export function hearing<Event, World>(
  subject: Subject<Event, World>,
  digests: Digest[],
): Subject<Event, World> {
  return {
    ...subject,
    // A handler that was made before is asked for like a new one, so that it is heard as well.
    made: () => undefined,
    create: async (world, instance) => {
      const handler = await subject.create(world, instance);
      const isAsync = Object.prototype.toString.call(handler) === '[object AsyncFunction]';
      const call: typeof handler = (...args) => heard.run(digests, () => handler(...args));
      const wrapper: typeof handler = isAsync ? async (...args) => call(...args) : call;
      return Object.defineProperty(wrapper, 'length', { value: handler.length });
    },
  };
}
