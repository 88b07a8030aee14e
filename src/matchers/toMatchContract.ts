import { describeValue } from '../kernel/describeValue.js';
import { isObject } from '../kernel/json.js';
import { Misuse } from '../kernel/misuse.js';
import { defineMatcher } from './defineMatcher.js';
import { isStandardSchema, type Schema, schemaProblems } from './schemaProblems.js';

/** Any value against a Standard Schema or a JSON Schema (draft-07, or 2020-12 when `$schema` says so). */
export const toMatchContract = defineMatcher<[contract: Schema]>({
  name: 'toMatchContract',
  subject: 'value',
  find(received, contract) {
    if (!isStandardSchema(contract) && !isObject(contract)) {
      throw new Misuse(
        'NO_SCHEMA',
        `Cannot use toMatchContract: the contract is ${describeValue(contract)}. Pass a Standard Schema object or a JSON Schema.`,
      );
    }
    return {
      expected: 'a value that fulfils the contract',
      negated: 'a value that breaks the contract',
      problems: schemaProblems(received, contract, 'toMatchContract'),
    };
  },
});
