import type { CosEvent, CosRecord } from '../../generated/cos.js';
import { describeValue } from '../../kernel/describeValue.js';
import type { IssuePath, Severity } from '../../kernel/issue.js';
import { utf8Bytes } from '../../kernel/json.js';
import type { Rule } from '../../kernel/trigger.js';
import {
  concreteEvents,
  hostParts,
  keyOf,
  keyParts,
  keyRules,
  longestKeyBytes,
  page,
  regionNamed,
  regions,
  urlParts,
} from './object.js';

const captures = 'captured 2019, 2022';
const captured2022 = 'captured 2022';

/** Seconds since 1970 stay below this until the year 5138; milliseconds have been above it since 1973. */
const leastMilliseconds = 100_000_000_000;

type ReportField = (field: IssuePath, expected: string, received: unknown, hint?: string) => void;

/** A rule that holds for each record alone; its paths start at the record. */
function ofRecord(
  about: { name: string; holds: string; severity: Severity; source: string },
  check: (record: CosRecord, report: ReportField) => void,
): Rule<CosEvent> {
  return {
    ...about,
    check({ Records }, report) {
      for (const [index, record] of Records.entries()) {
        check(record, (field, expected, received, hint) => {
          const problem = { expected, received: describeValue(received) };
          report(['Records', index, ...field], hint === undefined ? problem : { ...problem, hint });
        });
      }
    },
  };
}

const keyNamesBucket = ofRecord(
  {
    name: 'cos/key-names-bucket',
    holds: 'key starts with the APPID and the name of the bucket.',
    severity: 'error',
    source: captures,
  },
  ({ cos: { cosBucket, cosObject } }, report) => {
    const prefix = keyOf({ appid: cosBucket.appid, bucket: cosBucket.name, objectKey: '' });
    if (!cosObject.key.startsWith(prefix)) {
      report(['cos', 'cosObject', 'key'], `a text that starts with ${prefix}`, cosObject.key);
    }
  },
);

const keyIsLegal = ofRecord(
  {
    name: 'cos/key-is-legal',
    holds: 'The object key has 1 to 850 bytes and does not start with a slash or a backslash.',
    severity: 'error',
    source: keyRules,
  },
  ({ cos: { cosObject } }, report) => {
    const { objectKey } = keyParts(cosObject.key);
    const isTooLong = objectKey.length * 3 > longestKeyBytes && utf8Bytes(objectKey) > longestKeyBytes;
    if (objectKey === '' || isTooLong || objectKey.startsWith('/') || objectKey.startsWith('\\')) {
      report(['cos', 'cosObject', 'key'], 'an object key that COS takes', cosObject.key);
    }
  },
);

const urlNamesObject = ofRecord(
  {
    name: 'cos/url-names-object',
    holds: 'url is the percent-encoded address of the object in its bucket.',
    severity: 'error',
    source: captures,
  },
  ({ cos: { cosBucket, cosObject } }, report) => {
    const field = ['cos', 'cosObject', 'url'];
    const parts = urlParts(cosObject.url);
    const { objectKey } = keyParts(cosObject.key);
    if (parts?.objectKey !== objectKey) {
      report(
        field,
        `the path of the object key ${JSON.stringify(objectKey)}, percent-encoded`,
        cosObject.url,
      );
    }
    if (parts === undefined) return;
    const host = hostParts(parts.host);
    if (host?.bucket !== cosBucket.name || host.appid !== cosBucket.appid) {
      report(field, `the host of bucket ${cosBucket.name}-${cosBucket.appid}`, cosObject.url);
    }
  },
);

const regionsAgree = ofRecord(
  {
    name: 'cos/regions-agree',
    holds: 'cosRegion, s3Region, region, url and eventQueue name one region.',
    severity: 'error',
    source: captures,
  },
  ({ cos: { cosBucket, cosObject }, event }, report) => {
    const host = hostParts(urlParts(cosObject.url)?.host ?? '');
    const named: readonly (readonly [IssuePath, string | undefined])[] = [
      [['cos', 'cosBucket', 'cosRegion'], cosBucket.cosRegion],
      [['cos', 'cosBucket', 's3Region'], cosBucket.s3Region],
      [['cos', 'cosObject', 'url'], host?.region],
      [
        ['event', 'eventQueue'],
        isShortName(queueRegion(event.eventQueue)) ? undefined : queueRegion(event.eventQueue),
      ],
    ];
    const region = regionNamed(cosBucket.region);
    const isListed = region.full !== region.short;
    const full = isListed
      ? region.full
      : named.find(([, name]) => name !== undefined && name !== region.short)?.[1];
    for (const [field, name] of named) {
      if (name === undefined || name === full || name === region.short) continue;
      report(field, `the region ${full ?? region.short}`, name);
    }
  },
);

function queueRegion(eventQueue: string): string {
  return eventQueue.split(':')[3] ?? '';
}

function isShortName(name: string): boolean {
  return regions.some(({ short }) => short === name);
}

const queueRegionAgrees = ofRecord(
  {
    name: 'cos/queue-region',
    holds: "A region in eventQueue by its short name, as until 2019, is the bucket's.",
    severity: 'warning',
    source: `${captures}; the vendor's scfcli prints the queue of cd for buckets of any region`,
  },
  ({ cos: { cosBucket }, event }, report) => {
    const named = queueRegion(event.eventQueue);
    if (!isShortName(named) || regionNamed(named).full === regionNamed(cosBucket.region).full) return;
    report(['event', 'eventQueue'], `the region ${cosBucket.region}`, named);
  },
);

const queueNamesAccount = ofRecord(
  {
    name: 'cos/queue-names-account',
    holds: "eventQueue names the bucket owner's APPID.",
    severity: 'error',
    source: captures,
  },
  ({ cos: { cosBucket }, event }, report) => {
    if (!event.eventQueue.includes(`:appid/${cosBucket.appid}:`)) {
      report(['event', 'eventQueue'], `:appid/${cosBucket.appid}:`, event.eventQueue);
    }
  },
);

const eventIsDocumented = ofRecord(
  {
    name: 'cos/event-is-documented',
    holds: 'eventName is a documented event.',
    severity: 'error',
    source: page,
  },
  ({ event }, report) => {
    const name = event.eventName.replace(' ', '');
    if (!name.endsWith(':*') && !concreteEvents.includes(name)) {
      report(['event', 'eventName'], `one of ${concreteEvents.join(', ')}`, event.eventName);
    }
  },
);

const eventIsConcrete = ofRecord(
  {
    name: 'cos/event-is-concrete',
    holds: 'eventName has neither a wildcard nor a space.',
    severity: 'warning',
    source: `${captured2022}; a wildcard captured 2019 and documented`,
  },
  ({ event }, report) => {
    if (/[ *]/.test(event.eventName)) {
      report(
        ['event', 'eventName'],
        'a concrete event such as cos:ObjectCreated:Put',
        event.eventName,
        'that form is for the configuration of a trigger',
      );
    }
  },
);

const timeIsSeconds = ofRecord(
  { name: 'cos/time-is-seconds', holds: 'eventTime counts seconds.', severity: 'error', source: captures },
  ({ event }, report) => {
    if (event.eventTime >= leastMilliseconds) {
      report(['event', 'eventTime'], 'seconds since 1970', event.eventTime, 'this looks like milliseconds');
    }
  },
);

const creationHasHeaders = ofRecord(
  {
    name: 'cos/creation-has-headers',
    holds: 'The meta of a created object has Content-Type and x-cos-request-id.',
    severity: 'error',
    source: `${captures}; documented`,
  },
  ({ cos: { cosObject }, event }, report) => {
    if (!event.eventName.includes('ObjectCreated')) return;
    for (const name of ['Content-Type', 'x-cos-request-id']) {
      if (cosObject.meta[name] === undefined)
        report(['cos', 'cosObject', 'meta', name], 'a string', undefined);
    }
  },
);

const formIsToday = ofRecord(
  {
    name: 'cos/form-is-today',
    holds: 'The forms of 2022: full region names, an scf queue, the notification id "unkown".',
    severity: 'warning',
    source: captured2022,
  },
  ({ cos, event }, report) => {
    const { cosBucket, cosObject } = cos;
    const queue = event.eventQueue.split(':');
    if (cosBucket.cosRegion === undefined) {
      report(['cos', 'cosBucket', 'cosRegion'], 'the full name of the region', undefined);
    }
    if (cosBucket.s3Region === undefined) {
      report(['cos', 'cosBucket', 's3Region'], 'the full name of the region', undefined);
    }
    if (queue[2] !== 'scf') report(['event', 'eventQueue'], 'qcs:0:scf:…', event.eventQueue);
    if (queue[3] === cosBucket.region && cosBucket.region !== cosBucket.cosRegion) {
      report(['event', 'eventQueue'], 'the full name of the region', event.eventQueue);
    }
    if (hostParts(urlParts(cosObject.url)?.host ?? '')?.isOld === true) {
      report(['cos', 'cosObject', 'url'], 'a host with .cos.<region>.', cosObject.url);
    }
    if (event.eventSource !== 'qcs::cos') report(['event', 'eventSource'], '"qcs::cos"', event.eventSource);
    if (cos.cosNotificationId !== 'unkown') {
      report(['cos', 'cosNotificationId'], '"unkown", misspelt like this', cos.cosNotificationId);
    }
  },
);

export const rules: readonly Rule<CosEvent>[] = [
  keyNamesBucket,
  keyIsLegal,
  urlNamesObject,
  regionsAgree,
  queueRegionAgrees,
  queueNamesAccount,
  eventIsDocumented,
  eventIsConcrete,
  timeIsSeconds,
  creationHasHeaders,
  formIsToday,
];
