import { isNode, type Place, type SyntaxNode } from './parsedSource.js';

/** How each sort of syntax is shown, and where a node of a tree is one. */
export const laterSyntax: Readonly<
  Record<string, { readonly shown: string; readonly is: (place: Place) => boolean; readonly token?: string }>
> = {
  optional_chaining: { shown: 'a?.b', token: '.', is: ({ node }) => node.type === 'ChainExpression' },
  nullish_coalescing: { shown: 'a ?? b', token: '?', is: isOperation('LogicalExpression', '??') },
  nullish_coalescing_assignment: { shown: 'a ??= b', is: isOperation('AssignmentExpression', '??=') },
  logical_and_assignment: { shown: 'a &&= b', is: isOperation('AssignmentExpression', '&&=') },
  logical_or_assignment: { shown: 'a ||= b', is: isOperation('AssignmentExpression', '||=') },
  exponentiation: { shown: 'a ** b', is: isOperation('BinaryExpression', '**') },
  async_function: {
    shown: 'async',
    is: ({ node }) => node.async === true && node.generator === false,
  },
  async_generator_function: {
    shown: 'async function*',
    is: ({ node }) => node.async === true && node.generator === true,
  },
  spread_in_object_literals: {
    shown: '{ ...a }',
    is: ({ node, parent }) => node.type === 'SpreadElement' && parent?.node.type === 'ObjectExpression',
  },
  rest_in_objects: {
    shown: 'const { ...a } = b',
    is: ({ node, parent }) => node.type === 'RestElement' && parent?.node.type === 'ObjectPattern',
  },
  for_await_of: {
    shown: 'for await',
    is: ({ node }) => node.type === 'ForOfStatement' && node.await === true,
  },
  optional_catch_binding: {
    shown: 'catch without a name',
    is: ({ node }) => node.type === 'CatchClause' && node.param === null,
  },
  public_class_fields: {
    shown: 'a field of a class',
    is: ({ node }) => node.type === 'PropertyDefinition' && keyType(node) !== 'PrivateIdentifier',
  },
  private_class_fields: {
    shown: 'a private field of a class',
    is: ({ node }) => node.type === 'PropertyDefinition' && keyType(node) === 'PrivateIdentifier',
  },
  private_class_methods: {
    shown: 'a private method of a class',
    is: ({ node }) => node.type === 'MethodDefinition' && keyType(node) === 'PrivateIdentifier',
  },
  private_class_fields_in: {
    shown: '#a in b',
    is: ({ node }) =>
      node.type === 'BinaryExpression' && isNode(node.left) && node.left.type === 'PrivateIdentifier',
  },
  initialization_blocks: { shown: 'static { }', is: ({ node }) => node.type === 'StaticBlock' },
  numeric_separators: {
    shown: '1_000',
    is: ({ node }) => typeof node.value === 'number' && String(node.raw).includes('_'),
  },
  BigInt: { shown: '1n', is: ({ node }) => typeof node.bigint === 'string' },
  dotAll: { shown: '/a/s', is: isRegExp(({ flags }) => flags.includes('s')) },
  hasIndices: { shown: '/a/d', is: isRegExp(({ flags }) => flags.includes('d')) },
  unicodeSets: { shown: '/a/v', is: isRegExp(({ flags }) => flags.includes('v')) },
  lookbehind_assertion: { shown: '/(?<=a)/', is: isRegExp(({ pattern }) => /\(\?<[=!]/.test(pattern)) },
  named_capturing_group: { shown: '/(?<a>b)/', is: isRegExp(({ pattern }) => /\(\?<\w/.test(pattern)) },
};

function isOperation(type: string, operator: string): (place: Place) => boolean {
  return ({ node }) => node.type === type && node.operator === operator;
}

function isRegExp(test: (regex: { pattern: string; flags: string }) => boolean): (place: Place) => boolean {
  return ({ node }) => {
    const { regex } = node as { readonly regex?: { pattern: string; flags: string } };
    return regex !== undefined && test(regex);
  };
}

function keyType(node: SyntaxNode): string | undefined {
  return isNode(node.key) ? node.key.type : undefined;
}
