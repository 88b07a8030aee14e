import { effect, type HandlerFactory } from '../../src/fuzz/index.js';
import type { Trigger } from '../../src/index.js';

export interface Outside {
  readonly db: Map<string, unknown>;
  put(key: string, value: unknown): Promise<void>;
  get(key: string): Promise<unknown>;
  insert(row: unknown): Promise<void>;
  putIfAbsent(key: string, value: unknown): Promise<boolean>;
  run(command: string, args?: readonly string[]): Promise<void>;
  write(path: string, text: string): Promise<void>;
  query(sql: string, values?: readonly unknown[]): Promise<void>;
}

/** A world of stubs that share one database. */
export function outside(): Outside {
  const db = new Map<string, unknown>();
  return {
    db,
    put: effect('db.put', async (key: string, value: unknown) => void db.set(key, value)),
    get: effect('db.get', async (key: string) => db.get(key)),
    insert: effect('db.insert', async (_row: unknown) => undefined),
    putIfAbsent: effect(
      'db.putIfAbsent',
      async (key: string, value: unknown) => {
        if (db.has(key)) return false;
        db.set(key, value);
        return true;
      },
      (key) => ({ kind: 'overwrite', key }),
    ),
    run: effect('run', async (_command: string, _args?: readonly string[]) => undefined),
    write: effect('files.write', async (_path: string, _text: string) => undefined),
    query: effect('db.query', async (_sql: string, _values?: readonly unknown[]) => undefined),
  };
}

export type Make = HandlerFactory<never, Outside>;
export type Events = {
  readonly Records: readonly {
    readonly Ckafka: {
      readonly topic: string;
      readonly partition?: number;
      readonly offset: number;
      readonly msgKey: string;
      readonly msgBody: string;
    };
  }[];
};
export type Put = {
  readonly Records: readonly {
    readonly cos: { readonly cosObject: { readonly key: string } };
    readonly event: { readonly eventTime: number };
  }[];
};
export type Http = { readonly headers: Readonly<Record<string, string>>; readonly httpMethod: string };

export type Query = { readonly queryString: Readonly<Record<string, unknown>> };

export const ok = { isBase64Encoded: false, statusCode: 200, headers: {}, body: '' };
export const keyOf = ({ partition, offset }: Events['Records'][number]['Ckafka']) => `${partition}/${offset}`;

/** Two handlers for an oracle: one that it complains of, and one that does the same as it should be done. */
export type Pair = readonly [oracle: string, trigger: Trigger, broken: Make, mended: Make];
