import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, parsedJson } from '../../kernel/json.js';
import { bootstrapName } from './bootstrapName.js';

/**
 * True for the folder of a web function: it has a scf_bootstrap, or its configuration says so.
 *
 * @example
 * isWebFunction('test/runtime/webFunctions/right'); // true
 */
export function isWebFunction(folder: string): boolean {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return false;
  if (existsSync(join(folder, bootstrapName))) return true;
  // To read YAML whole takes a library; each of these stands on a line of its own.
  return (
    ['serverless.yml', 'serverless.yaml'].some((name) =>
      hasLine(
        folder,
        name,
        /^component:[ \t]*["']?http|(?:^[ \t]+|[{,][ \t]*)["']?type["']?:[ \t]*["']?web\b/m,
      ),
    ) ||
    ['template.yaml', 'template.yml'].some((name) =>
      hasLine(folder, name, /(?:^[ \t]+|[{,][ \t]*)["']?Type["']?:[ \t]*["']?HTTP\b/m),
    ) ||
    isHttpInCloudBase(textOf(folder, 'cloudbaserc.json'))
  );
}

function hasLine(folder: string, name: string, line: RegExp): boolean {
  const text = textOf(folder, name);
  return text !== undefined && line.test(text);
}

function isHttpInCloudBase(text: string | undefined): boolean {
  const document = text === undefined ? undefined : parsedJson(text);
  const functions = isObject(document) && Array.isArray(document.functions) ? document.functions : [];
  return functions.some((one) => isObject(one) && one.type === 'HTTP');
}

function textOf(folder: string, name: string): string | undefined {
  const file = join(folder, name);
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : undefined;
}
