import { type CosEvent, cosContract } from '../../generated/cos.js';
import { type CosTriggerDesc, cosTriggerdescContract } from '../../generated/cos-triggerdesc.js';
import type { Draw } from '../../kernel/draw.js';
import { bucketIssues } from '../bucketIssues.js';
import { cosEvents, covers, matchesFilter, type ObjectEvent } from '../cosRules.js';
import { descriptionPage, readJsonDesc, withoutSpaces } from '../jsonDesc.js';
import {
  type DeliveryReport,
  defineDelivery,
  defineTriggerKind,
  type NameRule,
  type ReadTrigger,
  type RuledTrigger,
} from '../kind.js';
import { valuesOf } from '../serverlessForm.js';

const page = 'https://www.tencentcloud.com/document/product/583/9707';

/** What makes a COS trigger. */
export interface CosInput {
  /** The bucket's name with its APPID: `photos-1250000001`. */
  readonly bucket: string;
  /** `ap-guangzhou`; the same as the function's. */
  readonly region: string;
  readonly event: CosTriggerDesc['event'];
  readonly prefix?: string | undefined;
  /** Begins with ".". */
  readonly suffix?: string | undefined;
}

const domain = /^([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\.cos\.([a-z0-9-]+)\.myqcloud\.com$/;

const names: readonly NameRule[] = [
  {
    pattern: domain,
    expected: "the bucket's domain of the XML API, <bucket>-<appid>.cos.<region>.myqcloud.com",
    severity: 'error',
    source: descriptionPage,
  },
  {
    pattern: /^[a-z0-9-]*-\d+\./,
    expected: 'the APPID behind the name of the bucket',
    severity: 'warning',
    source: 'https://cloud.tencent.com/document/product/583/18589',
  },
];

/** The bucket (with APPID) and the region that a COS trigger's name, or the host of an object's url, tells. */
function bucketOf(name: string): { readonly bucket: string; readonly region: string } | undefined {
  const [, bucket, region] = domain.exec(name) ?? [];
  return bucket === undefined || region === undefined ? undefined : { bucket, region };
}

/** The key of an object inside its bucket, from the `/<appid>/<bucket>/<key>` of an event. */
function keyInBucket({ cosBucket, cosObject }: CosEvent['Records'][number]['cos']): string {
  const start = `/${cosBucket.appid}/${cosBucket.name}/`;
  return cosObject.key.startsWith(start) ? cosObject.key.slice(start.length) : cosObject.key;
}

/**
 * The objects that an event tells of, as the rules of a bucket see them.
 *
 * @example
 * objectEventsOf({ Records: [] }); // []
 */
export function objectEventsOf({ Records }: CosEvent): ObjectEvent[] {
  return Records.map(({ cos, event }) => ({ eventName: event.eventName, key: keyInBucket(cos) }));
}

const delivery = defineDelivery<CosTriggerDesc, CosEvent>({
  kind: 'cos',
  contract: cosContract,
  check(trigger, { Records }, report) {
    for (const [index, record] of Records.entries()) checkRecord(trigger, record, index, report);
  },
  requests: (trigger) => {
    const events = cosEvents.filter((event) => covers(trigger.desc.event, event));
    return events.flatMap((eventName) => stems.map((stem) => requestFor(trigger, eventName, stem)));
  },
});

function checkRecord(
  { config, name, desc }: ReadTrigger<CosTriggerDesc>,
  { cos, event }: CosEvent['Records'][number],
  index: number,
  report: DeliveryReport,
): void {
  const at = (...path: string[]) => ['Records', index, ...path];
  if (!covers(desc.event, event.eventName))
    report('event', at('event', 'eventName'), {
      expected: `an event of ${desc.event}`,
      received: JSON.stringify(event.eventName),
    });
  const { Prefix = '', Suffix = '' } = desc.filter ?? {};
  const key = keyInBucket(cos);
  if (!matchesFilter({ prefix: Prefix }, key))
    report('prefix', at('cos', 'cosObject', 'key'), {
      expected: `a key that begins with ${JSON.stringify(Prefix)}`,
      received: JSON.stringify(key),
    });
  if (!matchesFilter({ suffix: Suffix }, key))
    report('suffix', at('cos', 'cosObject', 'key'), {
      expected: `a key that ends with ${JSON.stringify(Suffix)}`,
      received: JSON.stringify(key),
    });
  const bucket = `${cos.cosBucket.name}-${cos.cosBucket.appid}`;
  const own = bucketOf(name);
  if (own !== undefined && own.bucket !== bucket)
    report('bucket', at('cos', 'cosBucket', 'name'), {
      expected: `bucket ${own.bucket}`,
      received: bucket,
    });
  const region = own?.region ?? config.Region;
  const { cosRegion = hostRegion(cos.cosObject.url) } = cos.cosBucket;
  if (region !== undefined && cosRegion !== undefined && cosRegion !== region)
    report('region', at('cos', 'cosBucket', 'cosRegion'), {
      expected: `region ${region}`,
      received: cosRegion,
    });
  const [, target] = /:([^:.]+\.[^:.]+)\.[^:.]*$/.exec(event.eventQueue) ?? [];
  const wanted = functionOf(config);
  if (target !== undefined && wanted !== undefined && target !== wanted)
    report('function', at('event', 'eventQueue'), { expected: `function ${wanted}`, received: target });
}

function functionOf({
  Namespace = 'default',
  FunctionName,
}: ReadTrigger<unknown>['config']): string | undefined {
  return FunctionName === undefined ? undefined : `${Namespace}.${FunctionName}`;
}

function hostRegion(url: string): string | undefined {
  return URL.canParse(url) ? bucketOf(new URL(url).hostname)?.region : undefined;
}

/** Middles of keys; a folder, spaces, other scripts and percent signs among them. */
const stems = ['cat', '2026/01/report', 'my file', '报告', '100%', 'a+b', '..hidden', 'x'];

function requestFor({ config, name, desc }: ReadTrigger<CosTriggerDesc>, eventName: string, stem: string) {
  const { Prefix = '', Suffix = '' } = desc.filter ?? {};
  const own = bucketOf(name);
  const [, bucket = 'example', appid = '1250000001'] = /^(.*)-(\d+)$/.exec(own?.bucket ?? '') ?? [];
  const region = own?.region ?? config.Region ?? 'ap-guangzhou';
  const { Namespace = 'default', FunctionName, Qualifier = '$DEFAULT' } = config;
  const eventQueue = `qcs:0:scf:${region}:appid/${appid}:${Namespace}.${FunctionName}.${Qualifier}`;
  return {
    kind: 'cos',
    options: {},
    overrides: {
      Records: {
        cos: {
          cosBucket: { appid, name: bucket, cosRegion: region, s3Region: region },
          cosObject: { key: `/${appid}/${bucket}/${Prefix}${stem}${Suffix}` },
        },
        event: { eventName, ...(FunctionName === undefined ? {} : { eventQueue }) },
      },
    },
  };
}

const domainOf = ({ bucket, region }: Pick<CosInput, 'bucket' | 'region'>) =>
  `${bucket}.cos.${region}.myqcloud.com`;
const textOf = (desc: CosTriggerDesc) => withoutSpaces(JSON.stringify(desc));
const edge = (desc: string) => ({
  TriggerName: 'photos-1250000001.cos.ap-guangzhou.myqcloud.com',
  TriggerDesc: desc,
});

/** A COS trigger: CreateTrigger with Type cos. */
export const cos = defineTriggerKind<'cos', CosTriggerDesc, CosInput, 'json'>({
  type: 'cos',
  sentAs: 'json',
  documentation: page,
  invocation: 'async',
  names,
  read: (desc) =>
    readJsonDesc(
      {
        contract: cosTriggerdescContract,
        withoutSpaces: true,
        hint(issue, value) {
          if (typeof value !== 'string') return undefined;
          if (issue.rule.endsWith('/Suffix-pattern'))
            return `write ${JSON.stringify(`.${value.replace(/^\*?\.?/, '')}`)}`;
          const meant = [...cosEvents, 'cos:ObjectCreated:*', 'cos:ObjectRemove:*'].find(
            (event) =>
              event.toLowerCase() ===
              `cos:${value.replaceAll(/\s/g, '').replace(/^cos:/i, '')}`.toLowerCase(),
          );
          return meant === undefined ? undefined : `write ${JSON.stringify(meant)}`;
        },
        rules: [
          {
            name: 'cos-triggerdesc/filter-given',
            holds: 'The filter is required, both of its texts may be empty.',
            severity: 'warning',
            source: descriptionPage,
            check({ filter }: CosTriggerDesc, report) {
              if (filter === undefined)
                report(['filter'], {
                  expected: 'an object',
                  received: 'nothing',
                  hint: 'write {"Prefix":"","Suffix":""}',
                });
            },
          },
        ],
      },
      desc,
    ),
  rules: [
    {
      name: 'cos-triggerdesc/same-region',
      holds: 'The bucket is in the region of the function.',
      severity: 'error',
      source: page,
      check({ config, name }: RuledTrigger<CosTriggerDesc>, report) {
        const region = bucketOf(name)?.region;
        if (region !== undefined && config.Region !== undefined && region !== config.Region)
          report(['TriggerName'], {
            expected: `a bucket in ${config.Region}, the function's region`,
            received: `one in ${region}`,
          });
      },
    },
  ],
  build: ({ event, prefix = '', suffix = '', ...where }) => ({
    TriggerName: domainOf(where),
    TriggerDesc: textOf({ event, filter: { Prefix: prefix, Suffix: suffix } }),
  }),
  input: (draw: Draw) => ({
    bucket: `${draw.pick(['photos', 'uploads', 'build-logs', 'b'])}-${draw.pick(['1250000001', '1250000002'])}`,
    region: draw.pick(['ap-guangzhou', 'ap-shanghai', 'ap-beijing', 'na-siliconvalley']),
    event: draw.pick(['cos:ObjectCreated:*', 'cos:ObjectRemove:*', ...cosEvents]),
    prefix: draw.isHostile()
      ? draw.pick(['__proto__/', '测试/', '100%/', 'a b/', '../'])
      : draw.pick(['', 'in/', 'Log']),
    suffix: draw.isHostile() ? draw.pick(['.', '.tar.gz', '.JPG', '. x']) : draw.pick(['', '.jpg', '.csv']),
  }),
  edgeCases: [
    {
      name: 'space-in-prefix',
      because: 'the text must have no spaces, so a space inside a value is escaped',
      source: descriptionPage,
      trigger: edge('{"event":"cos:ObjectCreated:*","filter":{"Prefix":"my\\u0020dir/","Suffix":""}}'),
    },
    {
      name: 'documented-spaces',
      because: "the documents' own example has the spaces that its note forbids",
      source: descriptionPage,
      trigger: edge('{"event": "cos:ObjectCreated:*", "filter": {"Prefix": "", "Suffix": ""}}'),
      reports: ['cos-triggerdesc/no-spaces'],
    },
    {
      name: 'without-filter',
      because: "Terraform's provider says that it may be left out, the documents say that it may not",
      source: descriptionPage,
      trigger: edge('{"event":"cos:ObjectRemove:*"}'),
      reports: ['cos-triggerdesc/filter-given'],
    },
    {
      name: 'lower-case-filter',
      because:
        'the command line tools write prefix and suffix, the API takes Prefix and Suffix and ignores others',
      source: descriptionPage,
      trigger: edge('{"event":"cos:ObjectCreated:Put","filter":{"prefix":"in/","suffix":".jpg"}}'),
      reports: ['cos-triggerdesc/unknown-field', 'cos-triggerdesc/unknown-field'],
    },
  ],
  deliveries: [delivery],
  serverless: {
    describe(given) {
      const { prefix, suffix } = valuesOf(given.filter);
      return {
        name: given.bucket,
        desc: { event: given.events, filter: { Prefix: prefix ?? '', Suffix: suffix ?? '' } },
      };
    },
  },
  checkTogether: bucketIssues,
  regionOf: ({ TriggerName }) => /\.cos\.([a-z0-9-]+)\./.exec(TriggerName)?.[1],
  nameFrom: (name, region) => (name.includes('.') ? name : domainOf({ bucket: name, region })),
});
