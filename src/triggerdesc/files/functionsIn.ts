import { cloudbaseFunctions } from './cloudbase.js';
import type { DescribedFunctions } from './describedFunction.js';
import { componentFunction } from './serverlessComponent.js';
import { devsFunctions } from './serverlessDevs.js';
import { frameworkFunctions } from './serverlessFramework.js';
import { templateFunctions } from './template.js';
import { terraformFunctions } from './terraformFunctions.js';

/**
 * Finds the functions of a parsed deployment file: a serverless.yml of the tencent-scf component or with `functions`, a
 * cloudbaserc.json, a template.yaml with `TencentCloud::Serverless::Function`, an s.yaml of Serverless Devs, or
 * Terraform's `tencentcloud_scf_function`.
 *
 * @returns undefined for a document of another sort.
 * @example
 * functionsIn({ functions: [{ name: 'app', runtime: 'Nodejs18.15' }] })?.functions[0]?.handler; // 'index.main'
 */
export function functionsIn(document: unknown): DescribedFunctions | undefined {
  return (
    componentFunction(document) ??
    frameworkFunctions(document) ??
    cloudbaseFunctions(document) ??
    templateFunctions(document) ??
    devsFunctions(document) ??
    terraformFunctions(document)
  );
}
