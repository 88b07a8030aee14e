import type { Config } from '../../src/core.js';

/** What may stand at a key of the configuration file. */
export type KeyType =
  | 'number'
  | 'text'
  /** A path from the configuration file. */
  | 'path'
  | 'path or false'
  | 'switch'
  | 'number or switch'
  | 'texts'
  /** Paths from the configuration file. */
  | 'paths'
  /** Texts by name. */
  | 'variables';

/** The keys of a section, each with what may stand there; one that is missing is refused by its type. */
type Keys<Section> = { readonly [Key in keyof Required<Section>]: KeyType };

/** The sections that are commands. */
export type CommandName = Exclude<
  keyof Config,
  'seed' | 'out' | 'quiet' | 'kinds' | 'function' | 'deployment'
>;

type Section<Name extends keyof Config> = NonNullable<Config[Name]>;

const functionKeys: Keys<Section<'function'>> = {
  timeout: 'number',
  initTimeout: 'number',
  memory: 'number',
  env: 'variables',
  envFile: 'path',
  tz: 'text',
  runtime: 'text',
  python: 'text',
  command: 'text',
  functionPort: 'number',
};
const deploymentKeys: Keys<Section<'deployment'>> = {
  pathPrefix: 'text',
  stage: 'text',
  integrated: 'switch',
  passthrough: 'switch',
  base64: 'switch',
  cors: 'text',
  fromConfig: 'path or false',
};
const drawKeys = {
  count: 'number',
  seed: 'number',
  index: 'number',
  edge: 'texts',
  edges: 'switch',
  set: 'texts',
  payload: 'path',
  size: 'number',
  hostile: 'number',
} as const;
const allowKeys = { allowNet: 'texts', allowRun: 'texts', answers: 'path' } as const;

/** The sections that several commands share. */
export const sharedKeys: {
  readonly [Name in 'function' | 'deployment']: Readonly<Record<string, KeyType>>;
} = { function: functionKeys, deployment: deploymentKeys };

/** The options of each command, by the keys that the configuration file has for them. */
export const commandKeys: { readonly [Name in CommandName]: Keys<Section<Name>> } = {
  gen: {
    ...drawKeys,
    json: 'switch',
    shard: 'text',
    documented: 'switch',
    fromConfig: 'path',
    out: 'path',
    format: 'text',
    url: 'text',
    pretty: 'switch',
    compact: 'switch',
  },
  list: { json: 'switch' },
  import: { out: 'path', kind: 'text', count: 'number', json: 'switch' },
  check: { kind: 'text', strict: 'switch', json: 'switch' },
  explain: { kind: 'text', json: 'switch' },
  'lint-secrets': { json: 'switch' },
  cron: {
    count: 'number',
    from: 'text',
    utcOffset: 'number',
    dialect: 'text',
    name: 'text',
    message: 'text',
    json: 'switch',
  },
  trigger: {
    events: 'paths',
    functionsPerRule: 'number',
    utcOffset: 'number',
    strict: 'switch',
    json: 'switch',
  },
  invoke: {
    ...functionKeys,
    ...deploymentKeys,
    kind: 'text',
    seed: 'number',
    index: 'number',
    node: 'text',
    json: 'switch',
  },
  serve: {
    ...functionKeys,
    ...deploymentKeys,
    kind: 'text',
    transfer: 'text',
    cleanup: 'text',
    runtimeApi: 'number or switch',
    event: 'paths',
    port: 'number',
    concurrency: 'number',
    websocketIdle: 'number',
    pushPort: 'number',
    host: 'text',
    allowHost: 'texts',
    watch: 'switch',
    inspect: 'number or switch',
    record: 'path',
    json: 'switch',
  },
  send: {
    ...drawKeys,
    json: 'switch',
    to: 'text',
    as: 'text',
    file: 'paths',
    retries: 'number or switch',
    wait: 'switch',
    timeout: 'number',
    function: 'text',
    allowRemote: 'switch',
  },
  init: { json: 'switch', kind: 'text', dryRun: 'switch', force: 'switch' },
  fuzz: {
    json: 'switch',
    ...functionKeys,
    ...deploymentKeys,
    ...allowKeys,
    kind: 'text',
    runs: 'number',
    time: 'number',
    seed: 'number',
    jobs: 'number',
    shard: 'text',
    payload: 'path',
    off: 'texts',
    store: 'switch',
    allowWeak: 'switch',
    strict: 'switch',
    report: 'texts',
    out: 'path',
    writeTest: 'path',
  },
  replay: { json: 'switch', ...functionKeys, ...allowKeys, all: 'switch', handler: 'text' },
  explore: { json: 'switch', port: 'number', open: 'switch' },
};
