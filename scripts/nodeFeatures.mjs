// Which version of Node brought what, from the data behind MDN's compatibility tables.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The oldest runtime of SCF is Node 6.10: what is older is in all. */
const oldest = 6.1;
/** Syntax whose place in a program our own check finds; its name there is that of the data. */
const syntax = [
  'operators.optional_chaining',
  'operators.nullish_coalescing',
  'operators.nullish_coalescing_assignment',
  'operators.logical_and_assignment',
  'operators.logical_or_assignment',
  'operators.exponentiation',
  'operators.async_function',
  'operators.async_generator_function',
  'operators.spread.spread_in_object_literals',
  'operators.destructuring.rest_in_objects',
  'statements.for_await_of',
  'statements.try_catch.optional_catch_binding',
  'classes.public_class_fields',
  'classes.private_class_fields',
  'classes.private_class_methods',
  'classes.private_class_fields_in',
  'classes.static.initialization_blocks',
  'grammar.numeric_separators',
  'builtins.BigInt',
  'builtins.RegExp.dotAll',
  'builtins.RegExp.hasIndices',
  'builtins.RegExp.unicodeSets',
  'regular_expressions.lookbehind_assertion',
  'regular_expressions.named_capturing_group',
];
/** Whose methods are known by their names; others share theirs with what packages and users write. */
const owners = ['Array', 'Promise', 'Set', 'String'];
/** A name that much else has. */
const common = ['with'];

/** The major and minor version as text, such as `16.9`; undefined for what no version has without a flag. */
function versionOf({ support }) {
  const all = [support.nodejs].flat().filter((one) => one && !one.flags && !one.partial_implementation);
  const versions = all.flatMap((one) =>
    typeof one.version_added === 'string' ? [one.version_added.replace(/[^\d.]/g, '')] : [],
  );
  const sorted = versions.sort((one, other) => number(one) - number(other));
  return sorted[0]?.split('.').slice(0, 2).join('.');
}

function number(version) {
  const [major, minor = 0] = version.split('.').map(Number);
  return major + minor / 100;
}

const isNew = (version) => version !== undefined && number(version) > oldest;
const sortedObject = (entries) => Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Versions of globals, of members of globals (`Object.hasOwn`), of methods of values (`at`), and of syntax. */
export function nodeFeatures() {
  const { javascript, api } = require('@mdn/browser-compat-data');
  const globals = new Map();
  const statics = new Map();
  const methods = new Map();
  const known = new Set();
  for (const [name, entry] of [...Object.entries(javascript.builtins), ...Object.entries(api)]) {
    const version = entry.__compat === undefined ? undefined : versionOf(entry.__compat);
    if (isNew(version)) globals.set(name, version);
  }
  for (const [owner, { __compat: _, ...members }] of Object.entries(javascript.builtins)) {
    if (owner === 'Intl' || owner === 'Temporal') continue;
    for (const [name, { __compat }] of Object.entries(members)) {
      const version = __compat && versionOf(__compat);
      if (version === undefined || !/^\w+$/.test(name)) continue;
      const isOfValue = [__compat.spec_url].flat().some((url) => /prototype/i.test(url ?? ''));
      if (!isOfValue && isNew(version) && !globals.has(owner)) statics.set(`${owner}.${name}`, version);
      if (!isOfValue) continue;
      const before = methods.get(name);
      if (before === undefined || number(version) < number(before)) methods.set(name, version);
      if (owners.includes(owner)) known.add(name);
    }
  }
  const found = (path) => path.split('.').reduce((node, key) => node?.[key], javascript);
  return {
    globals: sortedObject(globals),
    statics: sortedObject(statics),
    methods: sortedObject(
      [...methods].filter(([name, version]) => isNew(version) && known.has(name) && !common.includes(name)),
    ),
    syntax: sortedObject(
      syntax
        .map((path) => [path.split('.').at(-1), versionOf(found(path).__compat)])
        .filter(([, version]) => isNew(version)),
    ),
  };
}
