import type { EffectCall, EffectKind } from '../../play/effects/effectKind.js';
import type { Execution } from '../../play/execution.js';

const localTime = /\b(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d+)?/g;

/** An execution, and the time zone of its process. */
interface InZone<Event, World> {
  readonly execution: Execution<Event, World>;
  readonly zone: string;
}

/**
 * The execution with the times in its statements of MySQL in UTC: clients write a Date in the time zone of the process unless
 * they are told another one, and read it so again: https://github.com/mysqljs/mysql#connection-options. A time that another
 * execution writes alike at the same place, in whatever zone, is a text of the function's own, and stays.
 */
export function withDriverTimes<Event, World>(
  { execution, zone }: InZone<Event, World>,
  other: Execution<Event, World>,
): Execution<Event, World> {
  const others = other.calls.filter(isMysql)[Symbol.iterator]();
  const inUtc = (call: EffectCall): EffectCall => {
    const alike = textOf(others.next().value).match(localTime) ?? [];
    let place = 0;
    const text = textOf(call).replaceAll(localTime, (raw, day: string, time: string) =>
      alike[place++] === raw ? raw : utcOf(`${day}T${time}Z`, zone),
    );
    const [args, effect]: [EffectCall['args'], EffectKind] = JSON.parse(text);
    return { ...call, args, effect };
  };
  return { ...execution, calls: execution.calls.map((call) => (isMysql(call) ? inUtc(call) : call)) };
}

const isMysql = ({ name }: EffectCall): boolean => name.startsWith('mysql ');

function textOf(call: EffectCall | undefined): string {
  return call === undefined ? '' : JSON.stringify([call.args, call.effect]);
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
