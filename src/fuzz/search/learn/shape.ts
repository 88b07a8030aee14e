/** What a handler has been seen to read of a value, and in which way. */
export interface Shape {
  readonly fields: Map<string, Shape>;
  /** Set when elements are read, or a method of arrays. */
  item: Shape | undefined;
  /** Set when something is called on it, or done with it, that only makes sense for one sort of value. */
  sort: 'text' | 'number' | undefined;
  /** Set when all names are gone through, as a spread and Object.entries do. */
  isListed: boolean;
}

/** Nothing is known yet. */
export function unknownShape(): Shape {
  return { fields: new Map(), item: undefined, sort: undefined, isListed: false };
}

const arrayMethods = new Set(
  'map filter forEach reduce some every flatMap entries push sort find findIndex flat reverse splice length'.split(
    ' ',
  ),
);
const textMethods = new Set(
  'split trim toLowerCase toUpperCase startsWith endsWith replace replaceAll charAt charCodeAt codePointAt localeCompare match padStart padEnd substring substr normalize length slice includes indexOf'.split(
    ' ',
  ),
);
const numberMethods = new Set(['toFixed', 'toPrecision']);

/** So many of the fields that were read last can be the reason of an error. */
const maxRead = 20;

/** The name of the value that an error is about: `items` of `items is not iterable` and of `a.items.map is not a function`. */
function namedIn(message: string): string | undefined {
  for (const [complaint, back] of [
    [' is not iterable', -1],
    [' is not a function', -2],
  ] as const) {
    const end = message.indexOf(complaint);
    if (end >= 0)
      return message
        .slice(0, end)
        .split(/[^\w$]/)
        .at(back);
  }
  return undefined;
}

/** Everything that is noted while a handler reads. */
export class Reading {
  /** How much was learned since this was made. */
  news = 0;
  /** The fields that were read last, and whether they were there. */
  readonly #read: { readonly name: string; readonly shape: Shape; readonly isMissing: boolean }[] = [];
  #hasEnded = false;

  /** What is read from now on is not the handler's doing. */
  end(): void {
    this.#hasEnded = true;
  }

  /** A value that notes what is read of it; what is no object is given back as it is. */
  traced<Value>(value: Value, shape: Shape): Value {
    if (typeof value !== 'object' || value === null) return value;
    // Who goes through all names looks for none of them.
    let isListed = false;
    return new Proxy(value, {
      ownKeys: (target) => {
        if (this.#hasEnded) return Reflect.ownKeys(target);
        isListed = true;
        this.#list(shape);
        return Reflect.ownKeys(target);
      },
      get: (target, key, receiver) => {
        if (this.#hasEnded) return Reflect.get(target, key, target);
        if (typeof key === 'symbol') {
          if (key === Symbol.iterator && Array.isArray(target)) this.itemOf(shape);
          if (key === Symbol.toPrimitive) return (hint: string) => this.#primitive(target, shape, hint);
          return Reflect.get(target, key, receiver);
        }
        if (Array.isArray(target)) {
          const inner = Reflect.get(target, key, target);
          return /^\d+$/.test(key) && !isListed
            ? this.traced(inner, this.itemOf(shape))
            : Reflect.get(target, key, receiver);
        }
        if (!Object.hasOwn(target, key) && key in target) return Reflect.get(target, key, receiver);
        const inner = Reflect.get(target, key, target);
        if (isListed && inner !== undefined && !shape.fields.has(key))
          return this.traced(inner, unknownShape());
        const child = this.field(shape, key);
        this.#read.push({ name: key, shape: child, isMissing: inner === undefined });
        if (this.#read.length > maxRead) this.#read.shift();
        return this.traced(inner, child);
      },
      has: (target, key) => {
        if (typeof key === 'string' && !(key in target)) this.field(shape, key);
        return Reflect.has(target, key);
      },
      getOwnPropertyDescriptor: (target, key) => {
        if (typeof key === 'string' && !(key in target) && !Array.isArray(target)) this.field(shape, key);
        return Reflect.getOwnPropertyDescriptor(target, key);
      },
    });
  }

  /** Learns from the message of an error what a value that was read should have been. */
  failed(message: string): void {
    const name = /reading '([\w$]+)'/.exec(message)?.[1] ?? /\.([\w$]+) is not a function/.exec(message)?.[1];
    const isList =
      /is not iterable/.test(message) || (name !== undefined && arrayMethods.has(name) && name !== 'length');
    if (!isList && name === undefined) return;
    const isText = name !== undefined && textMethods.has(name);
    const isNumber = name !== undefined && numberMethods.has(name);
    const isNews = (shape: Shape): boolean => {
      if (isList) return shape.item === undefined;
      return isText || isNumber ? shape.sort === undefined : !shape.fields.has(name ?? '');
    };
    const shape = this.#blamed(message, isNews);
    if (shape === undefined) return;
    // What is called as a method of a text, a number or a list is no field of an object.
    if ((isList || isText || isNumber) && name !== undefined) shape.fields.delete(name);
    if (isList) this.itemOf(shape);
    else if (isText) this.sort(shape, 'text');
    else if (isNumber) this.sort(shape, 'number');
    else if (name !== undefined) this.field(shape, name);
  }

  /** The value that an error is about: the one that it names, or the last that was missing and would be news. */
  #blamed(message: string, isNews: (shape: Shape) => boolean): Shape | undefined {
    const read = this.#read.toReversed();
    const named = namedIn(message);
    const byName = read.find(({ name }) => name === named);
    if (byName !== undefined) return byName.shape;
    return (read.find(({ shape, isMissing }) => isMissing && isNews(shape)) ?? read[0])?.shape;
  }

  field(shape: Shape, name: string): Shape {
    const known = shape.fields.get(name);
    if (known !== undefined) return known;
    const child = unknownShape();
    if (shape.fields.size < 40 && name.length <= 60 && name !== 'then' && name !== 'toJSON') {
      shape.fields.set(name, child);
      this.news++;
    }
    return child;
  }

  itemOf(shape: Shape): Shape {
    if (shape.item === undefined) {
      shape.item = unknownShape();
      this.news++;
    }
    return shape.item;
  }

  /** Who makes a text or a number of a value expects one, and is not interested in what else it holds. */
  #primitive(target: object, shape: Shape, hint: string): string {
    if (hint !== 'default') this.sort(shape, hint === 'number' ? 'number' : 'text');
    return String(target);
  }

  #list(shape: Shape): void {
    if (!shape.isListed) this.news++;
    shape.isListed = true;
  }

  /** Something was done with a value that only makes sense for one sort. */
  sort(shape: Shape, sort: 'text' | 'number'): void {
    if (shape.sort === undefined) this.news++;
    shape.sort = sort;
  }
}
