import { resolve } from 'node:path';
import { type Deployment, deploymentFacts, isObject, Misuse } from '../../src/core.js';
import { deploymentsOf, readTriggers } from '../../src/triggerdesc/index.js';
import { fromData, type ToldCommand } from './command.js';
import { deploymentFileIn, toldFiles } from './deploymentFile.js';
import type { Io } from './io.js';
import { readText } from './readText.js';

/** What the command line tells of the deployment of a function; the flags are those of `deploymentFacts`. */
export interface DeploymentFlags {
  readonly pathPrefix?: string;
  readonly stage?: string;
  readonly integrated?: boolean;
  readonly passthrough?: boolean;
  readonly base64?: boolean;
  readonly cors?: string;
  /** A file to take facts from, false for none. */
  readonly fromConfig?: string | false;
}

/** The facts of a deployment that are known, and what a user should know of where they come from. */
export interface ToldDeployment {
  readonly deployment: Deployment;
  readonly notes: readonly string[];
}

/** Adds the flags that tell the deployment of a function. */
export function deploymentOptions(command: ToldCommand): ToldCommand {
  for (const { flags } of deploymentFacts) {
    for (const { flag, about } of flags) command.option(flag, fromData(about));
  }
  return command
    .option(
      '--from-config <file>',
      `take what these do not tell from a deployment file, a trigger or a list of them (${toldFiles} of this folder)`,
    )
    .option('--no-from-config', 'take nothing from the deployment file of this folder');
}

/**
 * The deployment of a function for events of a kind: what flags tell, and for the rest what a configuration says.
 *
 * @returns undefined where neither says anything.
 * @throws Misuse for flags that contradict each other, and for a named configuration without such a trigger.
 */
export async function deploymentFor(
  kind: string,
  flags: DeploymentFlags,
  io: Pick<Io, 'cwd'>,
): Promise<ToldDeployment | undefined> {
  const told = toldBy(flags);
  const configured = await configuredFor(kind, flags, io.cwd);
  const deployment = { ...configured?.deployment, ...told };
  if (Object.keys(deployment).length === 0) return undefined;
  return { deployment, notes: configured === undefined ? [] : notesOf(configured, told) };
}

/** True where a flag, or a file of this folder, may tell something of the deployment. */
export function mayTellDeployment(flags: DeploymentFlags, { cwd }: Pick<Io, 'cwd'>): boolean {
  if (Object.keys(toldBy(flags)).length > 0 || typeof flags.fromConfig === 'string') return true;
  return flags.fromConfig !== false && deploymentFileIn(cwd) !== undefined;
}

/** What the flags tell. */
export function toldBy(flags: DeploymentFlags): Deployment {
  const told: Record<string, unknown> = {};
  for (const fact of deploymentFacts) {
    const given = fact.flags.flatMap((one) => {
      const value = givenTo(one.flag, flags);
      return value === undefined ? [] : [{ ...one, value }];
    });
    const [first, second] = given;
    if (first === undefined) continue;
    if (second !== undefined) {
      throw new Misuse(
        'CONTRADICTING_FLAGS',
        `Cannot take both ${longOf(first.flag)} and ${longOf(second.flag)}: a deployment is the one or the other. Leave one out.`,
      );
    }
    told[fact.name] = first.read(first.value);
  }
  return told;
}

/** The text that a flag was given, "" for one without; undefined when it was not. */
function givenTo(flag: string, flags: DeploymentFlags): string | undefined {
  const long = longOf(flag).slice(2);
  const isNegative = long.startsWith('no-');
  const name = (isNegative ? long.slice(3) : long).replace(/-(\w)/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
  const value: unknown = Reflect.get(flags, name);
  if (typeof value === 'string') return value;
  return value === !isNegative ? '' : undefined;
}

function longOf(flag: string): string {
  return flag.split(' ', 1)[0] as string;
}

interface Configured {
  readonly file: string;
  readonly deployment: Deployment;
  /** The facts in which several triggers of the file differ. */
  readonly differing: readonly string[];
  readonly triggers: number;
  readonly kind: string;
}

/** What a configuration says: facts in which several triggers differ are not taken from it. */
async function configuredFor(
  kind: string,
  { fromConfig }: DeploymentFlags,
  cwd: string,
): Promise<Configured | undefined> {
  if (fromConfig === false) return undefined;
  const isNamed = fromConfig !== undefined;
  const read = isNamed
    ? { name: fromConfig, text: readText(resolve(cwd, fromConfig), fromConfig) }
    : deploymentFileIn(cwd);
  if (read === undefined) return undefined;
  const file = read.name;
  const found = await readFound(read.text, isNamed);
  const deployments = found
    .flatMap(deploymentsOf)
    .filter((one) => one.kind === kind)
    .map(({ deployment }): Readonly<Record<string, unknown>> => ({ ...deployment }));
  const [first] = deployments;
  if (first === undefined) {
    if (!isNamed) return undefined;
    throw new Misuse(
      'NO_DEPLOYMENT',
      `Cannot take the deployment from ${file}: it has no trigger that says how ${kind} events come. Name another file, or tell it by flags.`,
    );
  }
  const names = [...new Set(deployments.flatMap(Object.keys))];
  const isShared = (name: string) =>
    deployments.every((one) => JSON.stringify(one[name]) === JSON.stringify(first[name]));
  const differing = names.filter((name) => !isShared(name));
  const deployment = Object.fromEntries(Object.entries(first).filter(([name]) => isShared(name)));
  return { file, deployment, differing, triggers: deployments.length, kind };
}

async function readFound(text: string, isNamed: boolean) {
  try {
    return (await readTriggers(text)).triggers;
  } catch (error) {
    // The file may be of another tool; who names one hears what is wrong with it.
    if (isNamed || !(error instanceof Misuse)) throw error;
    return [];
  }
}

function notesOf(
  { file, deployment, differing, triggers, kind }: Configured,
  told: Deployment,
): readonly string[] {
  const taken = Object.entries(deployment).filter(([name]) => !Object.hasOwn(told, name));
  const unknown = differing.filter((name) => !Object.hasOwn(told, name));
  const flagsOf = (name: string) =>
    deploymentFacts.find((fact) => fact.name === name)?.flags.map(({ flag }) => longOf(flag)) ?? [];
  return [
    ...(taken.length === 0
      ? []
      : [
          `The deployment is as ${file} has it: ${taken.map(([name, value]) => `${name} ${shown(value)}`).join(', ')}. Flags win; --no-from-config leaves it out.`,
        ]),
    ...unknown.map(
      (name) =>
        `${file} has ${triggers} triggers of ${kind} that differ in ${name}, which is left open: tell it with ${flagsOf(name).join(' or ')}.`,
    ),
  ];
}

function shown(value: unknown): string {
  return isObject(value) ? JSON.stringify(value) : String(value);
}
