import { mapTexts } from '../../../kernel/mapLeaves.js';
import type { EffectCall, EffectKind } from '../../play/effects/effectKind.js';
import type { Execution } from '../../play/execution.js';

const localTime = /\b(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d+)?/g;

/**
 * The execution with the times in its statements of MySQL in UTC: clients write a Date in the time zone of the process unless
 * they are told another one, and read it so again: https://github.com/mysqljs/mysql#connection-options
 */
export function withDriverTimes<Event, World>(
  execution: Execution<Event, World>,
  zone: string,
): Execution<Event, World> {
  const inUtc = (text: string) =>
    text.replaceAll(localTime, (_, day: string, time: string) => utcOf(`${day}T${time}Z`, zone));
  return {
    ...execution,
    calls: execution.calls.map((call) => (isMysql(call) ? changed(call, inUtc) : call)),
  };
}

const isMysql = ({ name }: EffectCall): boolean => name.startsWith('mysql ');

function changed(call: EffectCall, change: (text: string) => string): EffectCall {
  const args = mapTexts(call.args, change) as EffectCall['args'];
  const effect = JSON.parse(change(JSON.stringify(call.effect))) as EffectKind;
  return { ...call, args, effect };
}

/** What a clock of a zone shows, in UTC. */
function utcOf(local: string, zone: string): string {
  const shownMs = Date.parse(local);
  if (Number.isNaN(shownMs)) return local;
  const guessMs = shownMs - aheadMs(zone, shownMs);
  return new Date(shownMs - aheadMs(zone, guessMs)).toISOString();
}

/** How far the clocks of a zone are ahead of UTC at a time. */
function aheadMs(zone: string, ms: number): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(ms);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(ms / 1000) * 1000;
}
