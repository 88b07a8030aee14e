// Compiles the JSON Schemas of the contracts into fast checks that only say yes or no; what is wrong is told by
// src/kernel/schemaIssues.ts. What cannot be compiled ends the generation: scripts/compilable.mjs.

import { assertCompilable } from './compilable.mjs';

/** @returns {string} TypeScript that exports `validate: (value: unknown) => boolean` */
export function validatorOf(schema, file) {
  assertCompilable(schema, file);
  const lines = [];
  const names = new Map();
  const patterns = new Map();
  const functions = new Map();

  const constant = (map, key, prefix, code) => {
    if (!map.has(key)) {
      map.set(key, `${prefix}${map.size}`);
      lines.push(`const ${map.get(key)}${prefix === 'named' ? ': readonly string[]' : ''} = ${code};`);
    }
    return map.get(key);
  };

  /** The name of the function that checks a definition; functions may call each other. */
  const definition = (ref) => {
    if (!names.has(ref)) {
      const name = `check${ref.split('/').at(-1).replaceAll(/\W/g, '_')}`;
      names.set(ref, name);
      const target = ref
        .split('/')
        .slice(1)
        .reduce((node, key) => node[key], schema);
      lines.push(`function ${name}(v: any): boolean { return ${check(target, 'v')}; }`);
    }
    return names.get(ref);
  };

  const member = (v, name) =>
    /^[A-Za-z_$][\w$]*$/.test(name) ? `${v}.${name}` : `${v}[${JSON.stringify(name)}]`;

  /** The check of a schema, written in place when it reads its value once, otherwise as a function that others share. */
  const call = (node, at) => {
    const code = check(node, 'v');
    if (code.split(/\bv\b/).length === 2) return code.replace(/\bv\b/, () => at);
    return code === 'true'
      ? code
      : `${constant(functions, code, 'is', `(v: any): boolean => ${code}`)}(${at})`;
  };
  const passes = (node) => {
    const code = check(node, 'v');
    return /^\w+\(v\)$/.test(code)
      ? code.slice(0, -3)
      : constant(functions, code, 'is', `(v: any): boolean => ${code}`);
  };

  function check(node, v) {
    if (node === true || node === undefined) return 'true';
    const parts = [];
    if (node.$ref !== undefined) parts.push(`${definition(node.$ref)}(${v})`);
    if (node.const !== undefined) parts.push(`${v} === ${JSON.stringify(node.const)}`);
    if (node.enum !== undefined)
      parts.push(`(${node.enum.map((value) => `${v} === ${JSON.stringify(value)}`).join(' || ')})`);
    const byType = { string: [], number: [], array: [], object: [] };
    if (node.pattern !== undefined)
      byType.string.push(
        `${constant(patterns, node.pattern, 'pattern', String(new RegExp(node.pattern, 'u')))}.test(${v})`,
      );
    if (node.minLength !== undefined)
      byType.string.push(
        node.minLength <= 1 ? `${v}.length >= ${node.minLength}` : `codePoints(${v}) >= ${node.minLength}`,
      );
    if (node.maxLength !== undefined)
      byType.string.push(`(${v}.length <= ${node.maxLength} || codePoints(${v}) <= ${node.maxLength})`);
    if (node.minimum !== undefined) byType.number.push(`${v} >= ${node.minimum}`);
    if (node.maximum !== undefined) byType.number.push(`${v} <= ${node.maximum}`);
    if (node.minItems !== undefined) byType.array.push(`${v}.length >= ${node.minItems}`);
    if (node.maxItems !== undefined) byType.array.push(`${v}.length <= ${node.maxItems}`);
    if (node.items !== undefined) byType.array.push(`every(${v}, ${passes(node.items)})`);
    const { properties = {}, required = [] } = node;
    for (const name of required)
      if (!(name in properties)) byType.object.push(`${member(v, name)} !== undefined`);
    for (const [name, property] of Object.entries(properties)) {
      const at = member(v, name);
      const code = call(property, at);
      const mayBeAnything =
        property === true ||
        (property.type === undefined && property.const === undefined && property.enum === undefined);
      if (required.includes(name)) {
        if (mayBeAnything) byType.object.push(`${at} !== undefined`);
        if (code !== 'true') byType.object.push(code);
      } else if (code !== 'true') byType.object.push(`(${at} === undefined || ${code})`);
    }
    if (typeof node.additionalProperties === 'object') {
      const others = JSON.stringify(Object.keys(properties));
      byType.object.push(
        `others(${v}, ${constant(functions, others, 'named', others)}, ${passes(node.additionalProperties)})`,
      );
    }
    const types = node.type === undefined ? [] : [node.type].flat();
    const guards = {
      string: `typeof ${v} === 'string'`,
      number: `typeof ${v} === 'number'`,
      array: `Array.isArray(${v})`,
      object: `isObject(${v})`,
    };
    const exact = {
      ...guards,
      number: `Number.isFinite(${v})`,
      integer: `Number.isInteger(${v})`,
      boolean: `typeof ${v} === 'boolean'`,
      null: `${v} === null`,
    };
    const constrained = (type) => byType[type === 'integer' ? 'number' : type] ?? [];
    if (types.length > 0) {
      const alternatives = types.map((type) => [exact[type], ...constrained(type)].join(' && '));
      parts.push(
        alternatives.length === 1
          ? alternatives[0]
          : `(${alternatives.map((code) => `(${code})`).join(' || ')})`,
      );
    } else {
      for (const [type, checks] of Object.entries(byType))
        if (checks.length > 0) parts.push(`(!(${guards[type]}) || (${checks.join(' && ')}))`);
    }
    if (node.anyOf !== undefined)
      parts.push(`(${node.anyOf.map((alternative) => `(${check(alternative, v)})`).join(' || ')})`);
    if (node.allOf !== undefined) parts.push(...node.allOf.map((alternative) => check(alternative, v)));
    return parts.length === 0 ? 'true' : parts.join(' && ');
  }

  const body = check(schema, 'v');
  const code = [...lines, `\nexport function validate(v: any): boolean { return ${body}; }`].join('\n');
  const helpers = ['codePoints', 'every', 'isObject', 'others'].filter((name) =>
    new RegExp(`\\b${name}\\(`).test(code),
  );
  const imports = [
    helpers.some((name) => ['codePoints', 'isObject'].includes(name))
      ? `import { ${helpers.filter((name) => ['codePoints', 'isObject'].includes(name)).join(', ')} } from '../kernel/json.js';\n`
      : '',
    helpers.some((name) => ['every', 'others'].includes(name))
      ? `import { ${helpers.filter((name) => ['every', 'others'].includes(name)).join(', ')} } from '../kernel/validate.js';\n`
      : '',
  ].join('');
  return `${imports}\n${code}\n`;
}
