import type { IssuePath } from '../../kernel/issue.js';
import { isObject } from '../../kernel/json.js';
import { configOf, type FoundTrigger, type FoundTriggers } from '../foundTriggers.js';
import { findKind } from '../triggerKinds.js';

/** A resource, of a plan, a state or a file of Terraform. */
export interface TerraformResource {
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly path: IssuePath;
  /** What of it is no literal value, by its name. */
  readonly unread?: readonly { readonly name: string; readonly text: string }[];
}

/** The triggers of a plan or a state of Terraform as JSON; undefined for anything else. */
export function fromTerraform(document: unknown): FoundTriggers | undefined {
  const resources = resourcesIn(document);
  return resources && { triggers: resources.flatMap(triggersOfResource), issues: [] };
}

/** The resources of a plan or a state of Terraform as JSON; undefined for anything else. */
export function resourcesIn(document: unknown): TerraformResource[] | undefined {
  if (!isObject(document)) return undefined;
  const state = document.planned_values ?? document.values;
  if (!isObject(state) || !isObject(state.root_module)) return undefined;
  const base = document.planned_values === undefined ? 'values' : 'planned_values';
  const found: TerraformResource[] = [];
  visitModule(state.root_module, [base, 'root_module']);
  return found;

  function visitModule(module: Readonly<Record<string, unknown>>, path: IssuePath): void {
    const { resources, child_modules } = module;
    for (const [index, resource] of listOf(resources).entries())
      if (isObject(resource) && isObject(resource.values))
        found.push({
          type: String(resource.type),
          values: resource.values,
          path: [...path, 'resources', index, 'values'],
        });
    for (const [index, child] of listOf(child_modules).entries())
      if (isObject(child)) visitModule(child, [...path, 'child_modules', index]);
  }
}

/** The triggers of a function, or the one that a resource is. */
export function triggersOfResource({ type, values, path }: TerraformResource): FoundTrigger[] {
  if (type === 'tencentcloud_scf_trigger' || type === 'tencentcloud_scf_trigger_config') {
    const { enable, function_name, trigger_name, trigger_desc, custom_argument, qualifier, namespace } =
      values;
    const request = {
      Type: values.type,
      FunctionName: function_name,
      TriggerName: trigger_name,
      TriggerDesc: trigger_desc,
      CustomArgument: custom_argument,
      Qualifier: qualifier,
      Namespace: namespace,
      Enable: enable,
    };
    return [{ path, config: configOf(request, path, []) }];
  }
  if (type !== 'tencentcloud_scf_function') return [];
  return listOf(values.triggers).map((trigger, index) => {
    const { name, type: Type, trigger_desc, cos_region } = isObject(trigger) ? trigger : {};
    const kind = typeof Type === 'string' ? findKind(Type) : undefined;
    const TriggerName =
      typeof name === 'string' && typeof cos_region === 'string'
        ? (kind?.nameFrom?.(name, cos_region) ?? name)
        : name;
    const request = {
      Type,
      TriggerName,
      TriggerDesc: trigger_desc,
      FunctionName: values.name,
      Namespace: values.namespace,
    };
    return { path: [...path, 'triggers', index], config: configOf(request, path, []) };
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
