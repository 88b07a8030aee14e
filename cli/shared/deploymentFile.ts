import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Misuse } from '../../src/core.js';
import {
  type DescribedFunction,
  type DescribedFunctions,
  readFunctions,
} from '../../src/triggerdesc/index.js';
import { readText } from './readText.js';

/** The deployment files that are read where nobody names one, the first that is there; Terraform's come after them. */
const fileNames = [
  'serverless.yml',
  'serverless.yaml',
  'cloudbaserc.json',
  'template.yaml',
  'template.yml',
  's.yaml',
  's.yml',
];

/** The names of these files, as they are told. */
export const toldFiles = 'serverless.yml, cloudbaserc.json, template.yaml, s.yaml, *.tf';

/** A deployment file of a folder. */
export interface DeploymentFile {
  /** Its name; `*.tf` for those of Terraform together. */
  readonly name: string;
  readonly text: string;
}

/** The deployment file of a folder; all files of Terraform count as one, as it reads them. */
export function deploymentFileIn(folder: string): DeploymentFile | undefined {
  const name = fileNames.find((one) => existsSync(join(folder, one)));
  if (name !== undefined) return { name, text: readText(join(folder, name), name) };
  const terraform = existsSync(folder)
    ? readdirSync(folder)
        .filter((one) => one.endsWith('.tf'))
        .sort()
    : [];
  const [only] = terraform;
  if (only === undefined) return undefined;
  const text = terraform.map((one) => readText(join(folder, one), one)).join('\n');
  return { name: terraform.length === 1 ? only : '*.tf', text };
}

/** A deployment file with what it describes. */
export interface ReadDeployment extends Pick<DescribedFunctions, 'functions'> {
  readonly name: string;
  /** Why it is not read, in a sentence; undefined where it is. */
  readonly note?: string;
}

/** What the deployment file of a folder describes; one that cannot be read is named. */
export async function deploymentIn(folder: string): Promise<ReadDeployment | undefined> {
  const file = deploymentFileIn(folder);
  if (file === undefined) return undefined;
  const { name } = file;
  try {
    const found = await readFunctions(file.text);
    const refused = found === undefined ? 'it describes no function of Tencent Cloud' : found.refused;
    return {
      name,
      functions: found?.functions ?? [],
      ...(refused === undefined ? {} : { note: `${name} is not read: ${refused}.` }),
    };
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    const reason = error.message.replace(/^Cannot read the configuration: /, '');
    return { name, functions: [], note: `${name} is not read: ${reason}` };
  }
}

/** Where the file says that the handler of a function lies, from its folder: `src/index.main_handler`. */
export function handlerPath({ handler, code = '.' }: DescribedFunction): string | undefined {
  return handler === undefined ? undefined : join(code, handler);
}

/** The functions whose code lies in a folder. */
export function functionsBelow(
  functions: readonly DescribedFunction[],
  { from, folder }: { readonly from: string; readonly folder: string },
): readonly DescribedFunction[] {
  const isAt = ({ code = '.' }: DescribedFunction) => relative(resolve(from, code), folder) === '';
  return functions.filter(isAt);
}
