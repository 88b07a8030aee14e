import { platformEnv } from './context.js';
import type { Call } from './engine.js';

/** What tells a server of itself. */
export type HeaderFacts = Pick<Call, 'data' | 'timeoutMs' | 'memoryMb'> & Partial<Pick<Call, 'env'>>;

/**
 * What a function that is a server learns of itself with every request, its temporary keys among it; as captured in
 * October 2023, keys as documented: https://www.tencentcloud.com/document/product/583/41076
 */
export function scfHeaders({ data, timeoutMs, memoryMb, env }: HeaderFacts): Record<string, string> {
  const { TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, TENCENTCLOUD_SESSIONTOKEN } = {
    ...platformEnv(data),
    ...env,
  };
  return {
    'X-Scf-Appid': data.tencentcloud_appid,
    'X-Scf-Memory': String(memoryMb),
    'X-Scf-Name': data.function_name,
    'X-Scf-Namespace': data.namespace,
    'X-Scf-Region': data.tencentcloud_region,
    'X-Scf-Request-Id': data.request_id,
    'X-Scf-Secret-Id': TENCENTCLOUD_SECRETID ?? '',
    'X-Scf-Secret-Key': TENCENTCLOUD_SECRETKEY ?? '',
    'X-Scf-Session-Token': TENCENTCLOUD_SESSIONTOKEN ?? '',
    'X-Scf-Timeout': String(timeoutMs),
    'X-Scf-Uin': data.tencentcloud_uin,
    'X-Scf-Version': data.function_version,
  };
}
