import { asyncBytes, type Fields, pairsOf, type RulePair, type RulePairs, sizePairs } from './pair.js';

const record = {
  cos: {
    cosBucket: {
      appid: '1254423561',
      cosRegion: 'ap-guangzhou',
      name: 'photos',
      region: 'gz',
      s3Region: 'ap-guangzhou',
    },
    cosNotificationId: 'unkown',
    cosObject: {
      key: '/1254423561/photos/in/cat.gif',
      meta: { 'Content-Type': 'image/gif', 'x-cos-request-id': 'NmE2ZjUzNjBfNmRkMjlmNDVfNjcwOV80MTU2OGM=' },
      size: 25_835_541,
      url: 'http://photos-1254423561.cos.ap-guangzhou.myqcloud.com/in/cat.gif',
      vid: '',
    },
    cosSchemaVersion: '1.0',
  },
  event: {
    eventName: 'cos:ObjectCreated:Post',
    eventQueue: 'qcs:0:scf:ap-guangzhou:appid/1254423561:default.printevent.$DEFAULT',
    eventSource: 'qcs::cos',
    eventTime: 1_785_680_736,
    eventVersion: '1.0',
    reqid: 0,
    requestParameters: { requestHeaders: {}, requestSourceIP: '203.0.113.164' },
    reservedInfo: '',
  },
};
const event = { Records: [record, record] };
const pair = pairsOf(event);

const host = 'http://photos-1254423561.cos.ap-guangzhou.myqcloud.com/';

/** The same in the first record and in the second. */
function inEach(
  what: string,
  broken: Fields,
  fine: Fields,
  at: readonly string[] = Object.keys(broken),
): RulePair[] {
  const placed = (fields: Fields, index: number) =>
    Object.fromEntries(Object.entries(fields).map(([path, value]) => [`Records.${index}.${path}`, value]));
  return [0, 1].map((index) =>
    pair(
      `${what}, record ${index}`,
      placed(broken, index),
      placed(fine, index),
      at.map((path) => `Records.${index}.${path}`),
    ),
  );
}

/** A key and the address that names it. */
function object(key: string, encoded = encodeURIComponent(key).replaceAll('%2F', '/')): Fields {
  return { 'cos.cosObject.key': `/1254423561/photos/${key}`, 'cos.cosObject.url': `${host}${encoded}` };
}

const keyPath = ['cos.cosObject.key'];
const urlPath = 'cos.cosObject.url';
const queue = 'event.eventQueue';

/** Another region in everything that names one. */
function region(full: string, short: string): Fields {
  return {
    'cos.cosBucket.cosRegion': full,
    'cos.cosBucket.s3Region': full,
    'cos.cosBucket.region': short,
    [urlPath]: `http://photos-1254423561.cos.${full}.myqcloud.com/in/cat.gif`,
    [queue]: `qcs:0:scf:${full}:appid/1254423561:default.printevent.$DEFAULT`,
  };
}

export const cosPairs: RulePairs = {
  'cos/key-names-bucket': [
    ...inEach('another bucket', { 'cos.cosObject.key': '/1254423561/photo/in/cat.gif' }, {}),
    ...inEach('another account', { 'cos.cosObject.key': '/1254423562/photos/in/cat.gif' }, {}),
  ],
  'cos/key-is-legal': [
    ...inEach('a byte too many', object('k'.repeat(851)), object('k'.repeat(850)), keyPath),
    ...inEach(
      'few characters of many bytes',
      object('测'.repeat(284)),
      object(`${'测'.repeat(283)}k`),
      keyPath,
    ),
    ...inEach('emoji', object('😀'.repeat(213)), object('😀'.repeat(212)), keyPath),
    ...inEach('nothing', object(''), object('k'), keyPath),
    ...inEach('a slash first', object('/k'), object('k/'), keyPath),
    ...inEach('a backslash first', object('\\k'), object('k\\'), keyPath),
  ],
  'cos/url-names-object': [
    ...inEach('another key', { [urlPath]: `${host}in/dog.gif` }, {}),
    ...inEach('another bucket', { [urlPath]: `${host.replace('photos', 'photo')}in/cat.gif` }, {}),
    ...inEach('another account', { [urlPath]: `${host.replace('561.', '562.')}in/cat.gif` }, {}),
    ...inEach('not encoded', object('a%b', 'a%b'), object('a%b'), [urlPath]),
    ...inEach('encoded twice', object('a b', 'a%2520b'), object('a b', 'a%20b'), [urlPath]),
  ],
  'cos/regions-agree': [
    ...['cosRegion', 's3Region'].flatMap((name) =>
      inEach(
        name,
        { [`cos.cosBucket.${name}`]: 'ap-shanghai' },
        { [`cos.cosBucket.${name}`]: 'ap-guangzhou' },
      ),
    ),
    ...inEach('url', { [urlPath]: `${host.replace('guangzhou', 'shanghai')}in/cat.gif` }, {}),
    ...inEach('queue', { [queue]: record.event.eventQueue.replace('guangzhou', 'shanghai') }, {}),
    ...inEach(
      'a region that is not listed',
      { ...region('ap-mars', 'mrs'), 'cos.cosBucket.s3Region': 'ap-venus' },
      region('ap-mars', 'mrs'),
      ['cos.cosBucket.s3Region'],
    ),
  ],
  'cos/queue-region': inEach(
    'the queue that scfcli prints',
    { [queue]: 'qcs:0:scf:cd:appid/1254423561:default.printevent.$LATEST' },
    {},
  ),
  'cos/queue-names-account': inEach(
    'another account',
    { [queue]: record.event.eventQueue.replace('561:', '562:') },
    { [queue]: record.event.eventQueue },
  ),
  'cos/event-is-documented': [
    ...inEach(
      'a word',
      { 'event.eventName': 'cos:ObjectCreated:Pot' },
      { 'event.eventName': 'cos:ObjectCreated:Put' },
    ),
    ...inEach(
      'a group',
      { 'event.eventName': 'cos:ObjectRemove:Post' },
      { 'event.eventName': 'cos:ObjectRestore:Post' },
    ),
  ],
  'cos/event-is-concrete': [
    ...inEach(
      'a wildcard',
      { 'event.eventName': 'cos:ObjectCreated:*' },
      { 'event.eventName': 'cos:ObjectCreated:Put' },
    ),
    ...inEach(
      'a space',
      { 'event.eventName': 'cos: ObjectCreated:Put' },
      { 'event.eventName': 'cos:ObjectCreated:Put' },
    ),
  ],
  'cos/time-is-seconds': inEach(
    'milliseconds',
    { 'event.eventTime': 100_000_000_000 },
    { 'event.eventTime': 99_999_999_999 },
  ),
  'cos/creation-has-headers': [
    ...['Content-Type', 'x-cos-request-id'].flatMap((name) =>
      inEach(`no ${name}`, { [`cos.cosObject.meta.${name}`]: undefined }, {}),
    ),
    ...inEach(
      'a removal needs none',
      { 'cos.cosObject.meta': {} },
      { 'cos.cosObject.meta': {}, 'event.eventName': 'cos:ObjectRemove:Delete' },
      ['cos.cosObject.meta.Content-Type', 'cos.cosObject.meta.x-cos-request-id'],
    ),
  ],
  'cos/form-is-today': [
    ...inEach('no cosRegion', { 'cos.cosBucket.cosRegion': undefined }, {}),
    ...inEach('no s3Region', { 'cos.cosBucket.s3Region': undefined }, {}),
    ...inEach('a queue of another kind', { [queue]: record.event.eventQueue.replace('scf', 'lambda') }, {}),
    ...inEach(
      'a queue of a short region',
      { [queue]: record.event.eventQueue.replace('ap-guangzhou', 'gz') },
      {},
    ),
    ...inEach('a host of 2019', { [urlPath]: 'http://photos-1254423561.cosgz.myqcloud.com/in/cat.gif' }, {}),
    ...inEach('another source', { 'event.eventSource': 'qcs:cos' }, { 'event.eventSource': 'qcs::cos' }),
    ...inEach(
      'another notification',
      { 'cos.cosNotificationId': 'unknown' },
      { 'cos.cosNotificationId': 'unkown' },
    ),
  ],
  'cos/fits-async-invocation': sizePairs(event, 'Records.1.cos.cosObject.meta.Content-Type', {
    bytes: asyncBytes,
  }),
  'cos/unknown-field': [
    pair('beside the records', { Future: 1 }, {}),
    ...inEach('in a record', { future: 1 }, {}),
    ...inEach('in the bucket', { 'cos.cosBucket.future': 1 }, {}),
    ...inEach('in the event', { 'event.requestParameters.future': 1 }, {}),
  ],
};
