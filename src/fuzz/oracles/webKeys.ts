import type { EffectCall } from '../play/effects/effectKind.js';
import type { Oracle } from './oracle.js';

/** Hosts of the vendor, which take the token of the keys. */
const ofVendor = /(?:^|\.)(?:tencentcloudapi\.com|myqcloud\.com|tencentcs\.com|tencentyun\.com|qcloud\.com)$/;

/** Keys of the role that go out with the headers of the request. */
export const keysPassedOn: Oracle = {
  name: 'keys-passed-on',
  holds: 'The keys that the platform puts into the headers of each request go to nobody else.',
  domain:
    'Web functions: X-Scf-Secret-Key and X-Scf-Session-Token, in the address, the headers or the body of a request to another host than the vendor’s.',
  isRelation: false,
  isConclusive: true,
  applies: (rules) => rules.isPlainHttp === true,
  async judge(trial) {
    const execution = await trial.base();
    const call = execution.calls.find((one) => !isToVendor(one) && holds(one, trial.canary));
    if (call === undefined) return undefined;
    const names = Object.entries(call.headers ?? {}).filter(([, value]) => value.includes(trial.canary));
    const where = names.length === 0 ? 'what it sends' : names.map(([name]) => name).join(', ');
    return {
      what: call.name,
      detail: `${call.name} passes on a key of the role, in ${where}: the headers of the request hold the keys. Pass on the headers that are needed, by name.`,
      execution,
    };
  },
};

function holds({ name, args, headers }: EffectCall, secret: string): boolean {
  return JSON.stringify([name, args, headers]).includes(secret);
}

function isToVendor({ name }: EffectCall): boolean {
  const [, host = ''] = /^[A-Z]+ https?:\/\/([^/:]+)/.exec(name) ?? [];
  return ofVendor.test(host);
}
