/** A value of an option: a number may stand as a number. */
type Value = string | number;

/** What is fixed about the events of a kind. */
export interface KindConfig {
  /** Values to fix, in the shape of the event. */
  readonly overrides?: object;
  /** A JSON Schema of the data that the event carries, or the path of a file with one. */
  readonly payload?: object | boolean | string;
  /** Options of the kind's own, such as `cron` of timer. */
  readonly options?: Readonly<Record<string, Value>>;
}

/** What surrounds a function, for every command that runs one. */
interface FunctionConfig {
  /** Time limit in milliseconds. */
  readonly timeout?: Value;
  /** How long it may take to be ready, in milliseconds. */
  readonly initTimeout?: Value;
  /** Memory size in MB. */
  readonly memory?: Value;
  /** Environment variables; those of `--env` are added. */
  readonly env?: Readonly<Record<string, string>>;
  readonly envFile?: string;
  /** Time zone, such as Asia/Shanghai. */
  readonly tz?: string;
  readonly runtime?: string;
  /** The Python that runs it. */
  readonly python?: string;
  /** What starts the server of an image function. */
  readonly command?: string;
  /** Port of an image function. */
  readonly functionPort?: Value;
}

/** How the function is deployed, for every command that delivers its events. */
interface DeploymentConfig {
  readonly pathPrefix?: string;
  readonly stage?: string;
  readonly integrated?: boolean;
  readonly passthrough?: boolean;
  readonly base64?: boolean;
  readonly cors?: string;
  /** A file to take facts from, false for none. */
  readonly fromConfig?: string | false;
}

/** Which events to draw. */
interface DrawConfig {
  readonly count?: Value;
  readonly seed?: Value;
  readonly index?: Value;
  /** Names of edge cases. */
  readonly edge?: readonly string[];
  /** All edge cases. */
  readonly edges?: boolean;
  /** `path=value`, each as for `--set`. */
  readonly set?: readonly string[];
  /** The path of a JSON Schema. */
  readonly payload?: string;
  readonly size?: Value;
  readonly hostile?: Value;
}

interface GenConfig extends DrawConfig {
  readonly json?: boolean;
  readonly shard?: string;
  readonly documented?: boolean;
  readonly fromConfig?: string;
  readonly out?: string;
  readonly format?: string;
  readonly url?: string;
  readonly pretty?: boolean;
  readonly compact?: boolean;
}

interface ListConfig {
  readonly json?: boolean;
}

interface ImportConfig {
  readonly out?: string;
  readonly kind?: string;
  readonly count?: Value;
  readonly json?: boolean;
}

interface CheckConfig {
  readonly kind?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}

interface ExplainConfig {
  readonly json?: boolean;
  readonly kind?: string;
}

interface LintSecretsConfig {
  readonly json?: boolean;
}

interface CronConfig {
  readonly count?: Value;
  readonly from?: string;
  readonly utcOffset?: Value;
  readonly dialect?: string;
  readonly name?: string;
  readonly message?: string;
  readonly json?: boolean;
}

interface TriggerConfig {
  readonly events?: readonly string[];
  readonly functionsPerRule?: Value;
  readonly utcOffset?: Value;
  readonly strict?: boolean;
  readonly json?: boolean;
}

interface InvokeConfig extends FunctionConfig, DeploymentConfig {
  readonly kind?: string;
  readonly seed?: Value;
  readonly index?: Value;
  /** The Node that runs it. */
  readonly node?: string;
  readonly json?: boolean;
}

interface ServeConfig extends FunctionConfig, DeploymentConfig {
  readonly kind?: string;
  readonly transfer?: string;
  readonly cleanup?: string;
  /** A port, or true for the usual one. */
  readonly runtimeApi?: Value | boolean;
  readonly event?: readonly string[];
  readonly port?: Value;
  readonly concurrency?: Value;
  readonly websocketIdle?: Value;
  readonly pushPort?: Value;
  readonly host?: string;
  readonly allowHost?: readonly string[];
  readonly watch?: boolean;
  /** A port, or true for any free one. */
  readonly inspect?: Value | boolean;
  readonly record?: string;
  readonly json?: boolean;
}

interface SendConfig extends DrawConfig {
  readonly json?: boolean;
  readonly to?: string;
  readonly as?: string;
  readonly file?: readonly string[];
  /** How often at the most, or true for the usual number. */
  readonly retries?: Value | boolean;
  readonly wait?: boolean;
  readonly timeout?: Value;
  readonly function?: string;
  readonly allowRemote?: boolean;
}

interface InitConfig {
  readonly json?: boolean;
  readonly kind?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
}

/** What a function may do that is tried. */
interface AllowConfig {
  readonly allowNet?: readonly string[];
  readonly allowRun?: readonly string[];
  /** A file of what outside calls are answered. */
  readonly answers?: string;
}

interface FuzzConfig extends FunctionConfig, DeploymentConfig, AllowConfig {
  readonly json?: boolean;
  readonly kind?: string;
  readonly runs?: Value;
  /** Seconds after which no new case is tried. */
  readonly time?: Value;
  readonly seed?: Value;
  readonly jobs?: Value;
  readonly shard?: string;
  /** The path of a JSON Schema. */
  readonly payload?: string;
  /** Names of oracles that are left out. */
  readonly off?: readonly string[];
  /** False keeps no failures, and replays none. */
  readonly store?: boolean;
  readonly allowWeak?: boolean;
  readonly strict?: boolean;
  /** `form=file`, each as for `--report`. */
  readonly report?: readonly string[];
  readonly out?: string;
  readonly writeTest?: string;
}

interface ReplayConfig extends FunctionConfig, AllowConfig {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly handler?: string;
}

interface ExploreConfig {
  readonly json?: boolean;
  readonly port?: Value;
  /** False opens no browser. */
  readonly open?: boolean;
}

/** The options of each command, by its name. */
interface CommandConfigs {
  readonly gen?: GenConfig;
  readonly list?: ListConfig;
  readonly import?: ImportConfig;
  readonly check?: CheckConfig;
  readonly explain?: ExplainConfig;
  readonly 'lint-secrets'?: LintSecretsConfig;
  readonly cron?: CronConfig;
  readonly trigger?: TriggerConfig;
  readonly invoke?: InvokeConfig;
  readonly serve?: ServeConfig;
  readonly send?: SendConfig;
  readonly init?: InitConfig;
  readonly fuzz?: FuzzConfig;
  readonly replay?: ReplayConfig;
  readonly explore?: ExploreConfig;
}

/** What a project fixes once for its command lines, in `scf-fixtures.config.ts`, `.js` or `.json`; what a command line says wins. */
export interface Config extends CommandConfigs {
  /** The seed of every command that has one. */
  readonly seed?: Value;
  /** Directory that `gen` writes to, from the one of the configuration file. */
  readonly out?: string;
  /** No summaries, notes and progress, as with `--quiet`. */
  readonly quiet?: boolean;
  /** By kind, for `gen`, `send` and `invoke`; where there are several entries, the events take turns with them. */
  readonly kinds?: Readonly<Record<string, KindConfig | readonly KindConfig[]>>;
  /** What surrounds the function: `invoke`, `serve`, `fuzz`, `replay`. */
  readonly function?: FunctionConfig;
  /** How the function is deployed: `invoke`, `serve`, `fuzz`. */
  readonly deployment?: DeploymentConfig;
}

/**
 * The configuration as it is given, with its type: an editor completes the keys, and TypeScript finds a misspelt one.
 *
 * @example
 * defineConfig({ seed: 'shop', function: { memory: 256 }, fuzz: { runs: 500, off: ['late-work'] } }).fuzz?.runs; // 500
 */
export function defineConfig(config: Config): Config {
  return config;
}
