import type { TriggerConfig } from '../../src/triggerdesc/index.js';

/** Triggers that break one rule, and ones that are almost the same and break none. */
export interface TriggerPair {
  readonly what: string;
  readonly broken: readonly TriggerConfig[];
  readonly fine: readonly TriggerConfig[];
}

type Change = Readonly<Partial<Record<keyof TriggerConfig, unknown>>>;

const daily = { Type: 'timer', TriggerName: 'daily', TriggerDesc: '0 0 9 * * * *' };
const descs: Readonly<Record<string, object>> = {
  apigw: { api: { IsBase64Encoded: 'FALSE' }, release: { environmentName: 'release' } },
  ckafka: { maxMsgNum: 100, offset: 'latest', retry: 10_000 },
  clb: { loadBalanceId: 'lb-l6golr1k', protocol: 'HTTP', port: 80, domain: 'a.example.com', url: '/' },
  cls: { topic_id: 't-1', function_name: 'f' },
  cmq: { filterType: 1, filterKey: ['a'] },
  cos: { event: 'cos:ObjectCreated:*', filter: { Prefix: '', Suffix: '' } },
  http: { AuthType: 'NONE', NetConfig: { EnableIntranet: false, EnableExtranet: true } },
  mps: { EventType: 'WorkflowTask' },
};
const bucketName = 'photos-1250000001.cos.ap-guangzhou.myqcloud.com';
const names: Readonly<Record<string, string>> = {
  apigw: 'web',
  ckafka: 'ckafka-8tfxzia3-test',
  clb: '',
  cls: 't-1',
  cmq: 'orders',
  cos: bucketName,
  http: 'url-trigger',
  mps: '',
};

/** A trigger of a type, its description and the rest changed; undefined drops a field. */
function trigger(type: string, desc: object = {}, change: Change = {}): TriggerConfig {
  const own = type === 'timer' ? daily : { Type: type, TriggerName: names[type] };
  const TriggerDesc = type === 'timer' ? daily.TriggerDesc : JSON.stringify({ ...descs[type], ...desc });
  return { ...own, TriggerDesc, ...change } as TriggerConfig;
}

const pair = (what: string, broken: TriggerConfig, fine: TriggerConfig): TriggerPair => ({
  what,
  broken: [broken],
  fine: [fine],
});
const changed = (what: string, type: string, broken: Change, fine: Change): TriggerPair =>
  pair(what, trigger(type, {}, broken), trigger(type, {}, fine));
const described = (what: string, type: string, broken: object, fine: object): TriggerPair =>
  pair(what, trigger(type, broken), trigger(type, fine));
const cron = (broken: string, fine: string): TriggerPair =>
  changed(broken, 'timer', { TriggerDesc: broken }, { TriggerDesc: fine });
const text = (what: string, type: string, broken: string, fine: string): TriggerPair =>
  changed(what, type, { TriggerDesc: broken }, { TriggerDesc: fine });

/** So many timers of one function, each of its own name. */
const timers = (count: number, more: Change = {}) =>
  Array.from({ length: count }, (_, index) => trigger('timer', {}, { TriggerName: `t${index}`, ...more }));
const cosRules = (...rules: readonly (readonly [event: string, Prefix: string, Suffix: string])[]) =>
  rules.map(([event, Prefix, Suffix]) => trigger('cos', { event, filter: { Prefix, Suffix } }));
const put = 'cos:ObjectCreated:Put';
const asOneName = (type: string, broken: string, fine: string) =>
  changed(JSON.stringify(broken), type, { TriggerName: broken }, { TriggerName: fine });
const asText = (type: string) => JSON.stringify(descs[type]);

const notJson = Object.fromEntries(
  Object.keys(descs).map((type) => [
    `${type}-triggerdesc/json`,
    [text('cut off', type, asText(type).slice(0, -1), asText(type))],
  ]),
);
const unknownFields = Object.fromEntries(
  Object.keys(descs).map((type) => [
    `${type}-triggerdesc/unknown-field`,
    [described('a field more', type, { Future: 1 }, {})],
  ]),
);

export const triggerPairs: Readonly<Record<string, readonly TriggerPair[]>> = {
  ...notJson,
  ...unknownFields,
  'timer-triggerdesc/name': [
    asOneName('timer', 'n'.repeat(61), 'n'.repeat(60)),
    asOneName('timer', '1daily', 'daily1'),
    asOneName('timer', 'a b', 'a-b'),
  ],
  'timer-triggerdesc/listed-form': [
    changed('a text', 'timer', { TriggerDesc: '{"cron":"0 0 9 * * * *"}' }, {}),
    changed('a value', 'timer', { TriggerDesc: { cron: '0 0 9 * * * *' } }, {}),
  ],
  'timer-triggerdesc/message-fits-4kb': [
    changed(
      'a byte too many',
      'timer',
      { CustomArgument: 'x'.repeat(4097) },
      { CustomArgument: 'x'.repeat(4096) },
    ),
    changed(
      'few characters of many bytes',
      'timer',
      { CustomArgument: `${'测'.repeat(1365)}..` },
      { CustomArgument: `${'测'.repeat(1365)}.` },
    ),
  ],
  'timer-triggerdesc/unique-name': [
    {
      what: 'a name again',
      broken: [daily, { ...daily, TriggerDesc: '0 0 8 * * * *' }],
      fine: [daily, { ...daily, TriggerName: 'Daily' }],
    },
    {
      what: 'of another function',
      broken: [1, 2].map(() => ({ ...daily, FunctionName: 'a' })),
      fine: ['a', 'b'].map((FunctionName) => ({ ...daily, FunctionName })),
    },
    {
      what: 'in another namespace',
      broken: ['default', undefined].map((Namespace) => trigger('timer', {}, { Namespace })),
      fine: ['default', 'test'].map((Namespace) => ({ ...daily, Namespace })),
    },
  ],
  'apigw-triggerdesc/name': [asOneName('apigw', 'a b', 'a-b')],
  'apigw-triggerdesc/environment-given': [
    described('a release without', 'apigw', { release: {} }, { release: { environmentName: 'test' } }),
    described('no release', 'apigw', { release: {} }, { release: undefined }),
  ],
  'ckafka-triggerdesc/name': [
    asOneName('ckafka', 'test', 'ckafka-8tfxzia3-t'),
    asOneName('ckafka', 'ckafka-8tfxzia3', 'ckafka-8tfxzia3-a.b-c'),
  ],
  'ckafka-triggerdesc/retry-given': [described('nothing', 'ckafka', { retry: undefined }, { retry: 0 })],
  'clb-triggerdesc/name': [asOneName('clb', 'a b', '')],
  'clb-triggerdesc/unique-rule': [
    {
      what: 'the same',
      broken: [trigger('clb'), trigger('clb')],
      fine: [trigger('clb'), trigger('clb', { port: 81 })],
    },
    {
      what: 'the protocol in another case',
      broken: ['HTTP', 'http'].map((protocol) => trigger('clb', { protocol })),
      fine: ['HTTP', 'https'].map((protocol) => trigger('clb', { protocol })),
    },
    ...[{ loadBalanceId: 'lb-l6golr1l' }, { domain: 'b.example.com' }, { url: '/b' }].map((other) => ({
      what: Object.keys(other).join(),
      broken: [trigger('clb'), trigger('clb', { weight: 5 })],
      fine: [trigger('clb'), trigger('clb', other)],
    })),
  ],
  'cls-triggerdesc/name': [asOneName('cls', 'a b', '')],
  'cmq-triggerdesc/name': [asOneName('cmq', 'a b', 'a-b')],
  'cmq-triggerdesc/filter-whole': [
    described('a key alone', 'cmq', { filterType: undefined }, {}),
    described(
      'a type alone',
      'cmq',
      { filterKey: undefined },
      { filterKey: undefined, filterType: undefined },
    ),
    described('no key', 'cmq', { filterKey: [] }, { filterKey: ['a', 'b'] }),
    described('an empty key', 'cmq', { filterKey: '' }, { filterKey: 'a' }),
  ],
  'cos-triggerdesc/name': [
    asOneName('cos', 'photos-1250000001', bucketName),
    asOneName('cos', bucketName.replace('-1250000001', ''), bucketName),
    asOneName('cos', bucketName.replace('photos', 'Photos'), bucketName),
  ],
  'cos-triggerdesc/no-spaces': [
    text('behind a colon', 'cos', asText('cos').replace(':"cos', ': "cos'), asText('cos')),
    text('a line break at the end', 'cos', `${asText('cos')}\n`, asText('cos')),
  ],
  'cos-triggerdesc/filter-given': [described('nothing', 'cos', { filter: undefined }, {})],
  'cos-triggerdesc/same-region': [
    changed('another', 'cos', { Region: 'ap-beijing' }, { Region: 'ap-guangzhou' }),
  ],
  'cos-triggerdesc/most-per-bucket': [
    {
      what: 'eleven',
      broken: [...Array(11).keys()].map((n) =>
        trigger(
          'cos',
          { filter: { Prefix: `${String.fromCharCode(97 + n)}/`, Suffix: '' } },
          { FunctionName: `f${n}` },
        ),
      ),
      fine: [...Array(10).keys()].map((n) =>
        trigger(
          'cos',
          { filter: { Prefix: `${String.fromCharCode(97 + n)}/`, Suffix: '' } },
          { FunctionName: `f${n}` },
        ),
      ),
    },
  ],
  'cos-triggerdesc/duplicate': [
    {
      what: 'the same',
      broken: cosRules([put, 'a/', ''], [put, 'a/', '']),
      fine: cosRules([put, 'a/', ''], [put, 'b/', '']),
    },
  ],
  'cos-triggerdesc/overlap': [
    {
      what: 'prefixes',
      broken: cosRules([put, 'a/', ''], [put, 'a/b', '']),
      fine: cosRules([put, 'a/', ''], [put, 'ab/', '']),
    },
    {
      what: 'suffixes',
      broken: cosRules([put, '', '.gz'], [put, '', '.tar.gz']),
      fine: cosRules([put, '', '.gz'], [put, '', '.gzip']),
    },
    {
      what: 'both',
      broken: cosRules([put, 'a', '.b'], [put, 'ab', '.a.b']),
      fine: cosRules([put, 'a', '.b'], [put, 'b', '.a.b']),
    },
  ],
  'cos-triggerdesc/conflict': [
    {
      what: 'a wildcard',
      broken: cosRules(['cos:ObjectCreated:*', '', ''], [put, 'a/', '']),
      fine: cosRules(['cos:ObjectRemove:*', '', ''], [put, 'a/', '']),
    },
    {
      what: 'a wildcard behind',
      broken: cosRules([put, 'a/', ''], ['cos:ObjectCreated:*', 'a', '']),
      fine: cosRules([put, 'a/', ''], ['cos:ObjectCreated:*', 'b', '']),
    },
  ],
  'http-triggerdesc/name': [
    asOneName('http', 'n'.repeat(101), 'n'.repeat(100)),
    asOneName('http', 'a.b', 'a_b-1'),
  ],
  'http-triggerdesc/reachable': [
    described(
      'neither network',
      'http',
      { NetConfig: { EnableIntranet: false, EnableExtranet: false } },
      { NetConfig: { EnableIntranet: true, EnableExtranet: false } },
    ),
  ],
  'http-triggerdesc/cors-credentials': [
    described(
      'credentials for any origin',
      'http',
      { CorsConfig: { Enable: true, Origins: ['*'], Credentials: true } },
      { CorsConfig: { Enable: true, Origins: ['https://example.com'], Credentials: true } },
    ),
    described(
      'that is on by itself',
      'http',
      { CorsConfig: { Origins: ['*'], Credentials: true } },
      { CorsConfig: { Enable: false, Origins: ['*'], Credentials: true } },
    ),
  ],
  'mps-triggerdesc/name': [asOneName('mps', 'a b', '')],
  'mps-triggerdesc/documented-type': [
    described('a schedule', 'mps', { EventType: 'ScheduleTask' }, { EventType: 'EditMediaTask' }),
  ],
  'mps-triggerdesc/same-region': [
    pair(
      'another',
      trigger('mps', { ScfRegion: 'ap-beijing' }, { Region: 'ap-guangzhou' }),
      trigger('mps', { ScfRegion: 'ap-guangzhou' }, { Region: 'ap-guangzhou' }),
    ),
  ],
  'mps-triggerdesc/one-per-account': [
    {
      what: 'of two functions',
      broken: ['a', 'b'].map((FunctionName) => trigger('mps', {}, { FunctionName })),
      fine: [trigger('mps', {}, { FunctionName: 'a' })],
    },
  ],
  'trigger/type': [pair('another case', { ...daily, Type: 'Timer' }, daily)],
  'trigger/name-given': [changed('nothing', 'timer', { TriggerName: undefined }, { TriggerName: 'd' })],
  'trigger/enable': [
    changed('a number', 'timer', { Enable: 1 }, { Enable: 'OPEN' }),
    changed('nought', 'timer', { Enable: 0 }, { Enable: 'CLOSE' }),
    changed('another case', 'timer', { Enable: 'open' }, { Enable: undefined }),
  ],
  'trigger/custom-argument': [
    pair(
      'of a bucket',
      trigger('cos', {}, { CustomArgument: '' }),
      trigger('timer', {}, { CustomArgument: '' }),
    ),
  ],
  'trigger/function-name': [
    changed('too long', 'timer', { FunctionName: 'f'.repeat(61) }, { FunctionName: 'f'.repeat(60) }),
    changed('empty', 'timer', { FunctionName: '' }, { FunctionName: 'f' }),
  ],
  'trigger/most-per-function': [
    { what: 'eleven', broken: timers(11), fine: timers(10) },
    {
      what: 'of one function',
      broken: [...timers(10), trigger('timer', {}, { TriggerName: 'more' })],
      fine: [...timers(10), trigger('timer', {}, { TriggerName: 'more', FunctionName: 'other' })],
    },
    { what: 'of one type', broken: timers(11), fine: [...timers(10), trigger('http')] },
  ],
  'cron/spaces': [
    cron('0 0 9  * * * *', '0 0 9 * * * *'),
    cron('0 0 9 * * * *\n', '0 0 9 * * * *'),
    cron(' 0 0 9 * * * *', '0 0 9 * * * *'),
  ],
  'cron/fields': [cron('0 0 9 * * *', '0 0 9 * * * *'), cron('0 0 9 * * * * *', '0 0 9 * * * *')],
  'cron/legacy': [cron('0 9 * * *', '0 0 9 * * * *')],
  'cron/value': [
    cron('60 0 9 * * * *', '59 0 9 * * * *'),
    cron('0 60 9 * * * *', '0 59 9 * * * *'),
    cron('0 0 24 * * * *', '0 0 23 * * * *'),
    cron('0 0 9 0 * * *', '0 0 9 1 * * *'),
    cron('0 0 9 32 * * *', '0 0 9 31 * * *'),
    cron('0 0 9 * 13 * *', '0 0 9 * 12 * *'),
    cron('0 0 9 * * FRY *', '0 0 9 * * FRI *'),
    cron('0 0 9 * * * 1969', '0 0 9 * * * 1970'),
    cron('0 0 9 * * * 2100', '0 0 9 * * * 2099'),
    cron('0 0 9 1,-2 * * *', '0 0 9 1,2 * * *'),
  ],
  'cron/range': [
    cron('0 0 17-9 * * * *', '0 0 9-17 * * * *'),
    cron('0 0 9-10-11 * * * *', '0 0 9-11 * * * *'),
  ],
  'cron/step': [
    cron('*/0 0 9 * * * *', '*/1 0 9 * * * *'),
    cron('*/61 0 9 * * * *', '*/60 0 9 * * * *'),
    cron('*/2/3 0 9 * * * *', '*/3 0 9 * * * *'),
  ],
  'cron/week-number': [
    cron('0 0 9 * * 1 *', '0 0 9 * * MON *'),
    cron('0 0 9 * * MON,2 *', '0 0 9 * * MON,TUE *'),
  ],
  'cron/symbol': [
    cron('0 0 ? * * * *', '0 0 * * * * *'),
    cron('0 0 9 ?,1 * * *', '0 0 9 1 * * *'),
    cron('0 0 9 32W * * *', '0 0 9 31 * * *'),
    cron('0 0 9 * * MON#6 *', '0 0 9 * * MON *'),
  ],
  'cron/dialect': [
    cron('0 0 9 L * * *', '0 0 9 31 * * *'),
    cron('0 0 9 * * FRIL *', '0 0 9 * * FRI *'),
    cron('0 0 9 ? * MON *', '0 0 9 * * MON *'),
  ],
  'cron/never': [
    cron('0 0 9 30 2 * *', '0 0 9 29 2 * *'),
    cron('0 0 9 31 4,6 * *', '0 0 9 31 5,6 * *'),
    cron('0 0 9 29 2 * 2025', '0 0 9 29 2 * 2028'),
  ],
};
