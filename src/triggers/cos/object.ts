import type { CosRecord } from '../../generated/cos.js';
import type { Overrides } from '../../kernel/overrides.js';

export const page = 'https://cloud.tencent.com/document/product/583/9707';

/** The page on object keys: 1 to 850 bytes of UTF-8 that do not start with a slash or a backslash. */
export const keyRules = 'https://cloud.tencent.com/document/product/436/13324';

export const longestKeyBytes = 850;

/** A region by its full and its short name. */
export interface Region {
  readonly full: string;
  readonly short: string;
}

/** The regions whose short name a source shows. */
export const regions: readonly Region[] = [
  { full: 'ap-guangzhou', short: 'gz' },
  { full: 'ap-shanghai', short: 'sh' },
  { full: 'ap-beijing', short: 'bj' },
  { full: 'ap-chengdu', short: 'cd' },
];

/** What happens to an object, with the request behind it. */
export const documentedEvents: readonly (readonly [eventName: string, about: string])[] = [
  ['cos:ObjectCreated:Put', 'an upload in one request'],
  ['cos:ObjectCreated:Post', 'an upload by an HTML form'],
  ['cos:ObjectCreated:Copy', 'a copy within COS'],
  ['cos:ObjectCreated:CompleteMultipartUpload', 'the end of an upload in parts'],
  ['cos:ObjectCreated:Origin', 'an object fetched from the origin'],
  ['cos:ObjectCreated:Replication', 'a copy from another region'],
  ['cos:ObjectRemove:Delete', 'a removal without versioning, or of one version'],
  ['cos:ObjectRemove:DeleteMarkerCreated', 'a removal that only hides the object'],
  ['cos:ObjectRestore:Post', 'the start of a restoration from the archive'],
  ['cos:ObjectRestore:Completed', 'the end of a restoration from the archive'],
];

/** The names that stand in events; the wildcards stand in configurations. */
export const concreteEvents: readonly string[] = documentedEvents.map(([eventName]) => eventName);

/** An object and where it lies; everything else in a record that names the object follows from these. */
export interface ObjectPlace {
  readonly appid: string;
  readonly bucket: string;
  readonly region: Region;
  /** As the user wrote it, without a leading slash and not encoded. */
  readonly objectKey: string;
}

/** `key` of an event. */
export function keyOf({ appid, bucket, objectKey }: Omit<ObjectPlace, 'region'>): string {
  return `/${appid}/${bucket}/${objectKey}`;
}

/** `url` of an event, for an object key that is percent-encoded already. */
export function urlOf({ appid, bucket, region }: Omit<ObjectPlace, 'objectKey'>, encodedKey: string): string {
  return `http://${bucket}-${appid}.cos.${region.full}.myqcloud.com/${encodedKey}`;
}

/**
 * Percent-encodes an object key as COS does: everything but letters, digits, `-`, `_`, `.`, `~` and the
 * slashes, `!` included (a capture shows the key `!!!!!!!` as `%21%21%21%21%21%21%21`).
 */
export function encodeKey(objectKey: string): string {
  if (/^[\w./~-]*$/.test(objectKey)) return objectKey;
  let encoded = '';
  for (const byte of new TextEncoder().encode(objectKey)) {
    const character = String.fromCharCode(byte);
    encoded += /[\w./~-]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

/** What a url says; `key` is the object key, decoded. */
export interface UrlParts {
  readonly host: string;
  readonly objectKey: string;
}

/** Reads a url by hand, since the URL class would resolve `..` segments away; undefined when it is malformed. */
export function urlParts(url: string): UrlParts | undefined {
  const slash = url.indexOf('/', 'http://'.length);
  try {
    return { host: url.slice('http://'.length, slash), objectKey: decodeURIComponent(url.slice(slash + 1)) };
  } catch {
    return undefined;
  }
}

/** What a host says: `<bucket>-<appid>.cos.<region>.myqcloud.com`, until 2019 `<bucket>-<appid>.cos<short>.myqcloud.com`. */
export interface HostParts {
  readonly bucket: string;
  readonly appid: string;
  readonly region: string;
  /** The form of 2019, which has the short name of the region. */
  readonly isOld: boolean;
}

/** Reads a host; undefined when it is none of COS. */
export function hostParts(host: string): HostParts | undefined {
  const match = /^(.+)-(\d+)\.cos(\.?)([a-z0-9-]+)\.myqcloud\.com$/.exec(host);
  if (match === null) return undefined;
  const [, bucket = '', appid = '', dot, region = ''] = match;
  return { bucket, appid, region, isOld: dot === '' };
}

/** What a key says: `/<appid>/<bucket>/<object key>`; the object key may contain all of that again. */
export function keyParts(key: string): Omit<ObjectPlace, 'region'> {
  const [, appid = '', bucket = ''] = key.split('/', 3);
  return { appid, bucket, objectKey: key.slice(appid.length + bucket.length + 3) };
}

/** The object that the user's overrides of a record name, by whichever field; they may have any type. */
export function givenPlace({ cos, event }: Overrides<CosRecord>): Partial<ObjectPlace> {
  const { appid, name, cosRegion, s3Region, region } = cos?.cosBucket ?? {};
  const { key, url } = cos?.cosObject ?? {};
  const fromKey = key === undefined ? undefined : keyParts(String(key));
  const fromUrl = url === undefined ? undefined : urlParts(String(url));
  const host = fromUrl === undefined ? undefined : hostParts(fromUrl.host);
  const [, , , queueRegion, account] = String(event?.eventQueue ?? '').split(':');
  const regionName = cosRegion ?? s3Region ?? region ?? host?.region ?? queueRegion;
  return dropUndefined({
    appid: appid ?? fromKey?.appid ?? host?.appid ?? account?.replace('appid/', ''),
    bucket: name ?? fromKey?.bucket ?? host?.bucket,
    region: regionName === undefined ? undefined : regionNamed(regionName),
    objectKey: fromKey?.objectKey ?? fromUrl?.objectKey,
  });
}

/** The region of a full or short name; one that is not listed is taken to have one name only. */
export function regionNamed(name: string): Region {
  return regions.find(({ full, short }) => full === name || short === name) ?? { full: name, short: name };
}

function dropUndefined(
  place: { [Key in keyof ObjectPlace]: ObjectPlace[Key] | undefined },
): Partial<ObjectPlace> {
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
}
