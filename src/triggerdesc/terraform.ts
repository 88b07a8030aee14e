import type { IssuePath } from '../kernel/issue.js';
import { isObject } from '../kernel/json.js';
import { configOf, type FoundTrigger, type FoundTriggers } from './foundTriggers.js';
import { findKind } from './triggerKinds.js';

/** The triggers of a plan or a state of Terraform as JSON; undefined for anything else. */
export function fromTerraform(document: unknown): FoundTriggers | undefined {
  if (!isObject(document)) return undefined;
  const state = document.planned_values ?? document.values;
  if (!isObject(state) || !isObject(state.root_module)) return undefined;
  const base = document.planned_values === undefined ? 'values' : 'planned_values';
  const triggers: FoundTrigger[] = [];
  visitModule(state.root_module, [base, 'root_module']);
  return { triggers, issues: [] };

  function visitModule(module: Readonly<Record<string, unknown>>, path: IssuePath): void {
    const { resources, child_modules } = module;
    for (const [index, resource] of listOf(resources).entries())
      if (isObject(resource) && isObject(resource.values))
        triggers.push(
          ...triggersOfResource(String(resource.type), resource.values, [
            ...path,
            'resources',
            index,
            'values',
          ]),
        );
    for (const [index, child] of listOf(child_modules).entries())
      if (isObject(child)) visitModule(child, [...path, 'child_modules', index]);
  }
}

function triggersOfResource(
  type: string,
  values: Readonly<Record<string, unknown>>,
  path: IssuePath,
): FoundTrigger[] {
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
