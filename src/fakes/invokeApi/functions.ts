import { statSync } from 'node:fs';
import {
  createInstance,
  type HandlerSource,
  type InstanceOptions,
  type Outcome,
} from '../../runtime/index.js';
import { findFunction } from '../../runtime/runtimes.js';
import { createFunctionPool, type FunctionPool } from '../functionPool.js';
import type { Semaphore } from '../semaphore.js';
import type { InvokeRequest } from './actions.js';
import { ApiRefusal } from './apiProblem.js';

/** A function with more to say about it than its handler. */
export interface InvokedFunction {
  /** What `$LATEST` and `$DEFAULT` invoke. */
  readonly handler: HandlerSource<never>;
  /** Published versions and aliases: `{ '1': oldHandler, prod: oldHandler }`. */
  readonly qualifiers?: Readonly<Record<string, HandlerSource<never>>>;
  /** `default` when left out. */
  readonly namespace?: string;
  /** Time limit, memory, environment and so on of its instances. */
  readonly options?: InstanceOptions;
}

/** A function as it is deployed. */
export interface DeployedFunction {
  /** Its file or its folder; `index.main_handler` in a folder that says nothing else. */
  readonly path: string;
  /** What the platform calls its runtime: `Python3.10`. */
  readonly runtime?: InstanceOptions['runtime'];
}

/** What stands behind the API, by name. */
export type InvokedFunctions = Readonly<
  Record<string, HandlerSource<never> | InvokedFunction | DeployedFunction>
>;

/** Runs the functions of an account, each qualifier in instances of its own. */
export class AccountFunctions {
  readonly #functions: InvokedFunctions;
  readonly #enter: Semaphore;
  readonly #pools = new Map<string, FunctionPool>();

  /** @throws Misuse NOT_A_HANDLER, FUNCTION_IN_WORKER. */
  constructor(functions: InvokedFunctions, enter: Semaphore) {
    this.#enter = enter;
    this.#functions = functions;
    for (const { handler, qualifiers, options } of Object.values(functions).map(asDefinition)) {
      for (const one of [handler, ...Object.values(qualifiers ?? {})]) createInstance(one, options);
    }
  }

  /**
   * Finds what a request names.
   *
   * @returns what invokes it once, under the id of the request.
   * @throws ApiRefusal ResourceNotFound.Function, ResourceNotFound.Qualifier.
   */
  find(request: InvokeRequest): (requestId: string) => Promise<Outcome> {
    const { functionName, namespace, qualifier, region, event } = request;
    const found = Object.hasOwn(this.#functions, functionName) ? this.#functions[functionName] : undefined;
    const definition = found === undefined ? undefined : asDefinition(found);
    if (definition === undefined || (definition.namespace ?? 'default') !== namespace) {
      throw new ApiRefusal(
        'ResourceNotFound.Function',
        `The function ${functionName} is not found in the namespace ${namespace}.`,
      );
    }
    const qualifiers: NonNullable<InvokedFunction['qualifiers']> = {
      $LATEST: definition.handler,
      $DEFAULT: definition.handler,
      ...definition.qualifiers,
    };
    const handler = Object.hasOwn(qualifiers, qualifier) ? qualifiers[qualifier] : undefined;
    if (handler === undefined) {
      throw new ApiRefusal(
        'ResourceNotFound.Qualifier',
        `The function ${functionName} has no version or alias ${qualifier}.`,
      );
    }
    const isLatest = handler === definition.handler;
    const key = JSON.stringify([functionName, isLatest ? '$LATEST' : qualifier]);
    const { options } = definition;
    const pool = this.#pools.get(key) ?? createFunctionPool(handler, { deployed: true, ...options });
    this.#pools.set(key, pool);
    return (requestId) =>
      this.#enter(() =>
        pool.invoke(event, {
          context: {
            function_name: functionName,
            namespace,
            function_version: isLatest ? '$LATEST' : qualifier,
            ...(region === undefined ? {} : { tencentcloud_region: region }),
            ...options?.context,
            request_id: requestId,
          },
        }),
      );
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()));
  }
}

function asDefinition(given: InvokedFunctions[string]): InvokedFunction {
  if (typeof given !== 'object' || given === null) return { handler: given };
  if ('handler' in given) return given;
  if (!('path' in given)) return { handler: given };
  const { path, runtime } = given;
  return { handler: specOf(path, runtime), ...(runtime === undefined ? {} : { options: { runtime } }) };
}

/** How a function is named whose path may be that of a folder. */
function specOf(path: string, runtime: string | undefined): string {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const isNamed = !isFolder || findFunction(path, process.cwd(), { runtime }) !== undefined;
  return isNamed ? path : `${path.replace(/\/$/, '')}/index.main_handler`;
}
