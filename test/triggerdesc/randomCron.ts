import { cronFields } from '../../src/domain/cron/cron.js';

/** A small seeded generator of its own, so that these tests do not lean on the kernel's. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A valid expression of seven fields, every form of every field among them; impossible dates occur. */
export function randomCron(below: (limit: number) => number): string {
  const fields = cronFields.map((field) => {
    const [lowest, highest] = field.name === 'year' ? [2015, 2040] : [field.lowest, field.highest];
    const size = highest - lowest + 1;
    const number = () => lowest + below(size);
    const value = () => {
      const drawn = number();
      const name = field.names[drawn - lowest];
      if (name === undefined || below(2) === 0) return `${drawn}`;
      return below(2) === 0 ? name : name.toLowerCase();
    };
    const range = () => {
      const from = number();
      return `${from}-${from + below(highest - from + 1)}`;
    };
    const forms = [
      value,
      value,
      range,
      () => `*/${1 + below(size)}`,
      () => `${number()}/${1 + below(size)}`,
      () => `${range()}/${1 + below(size)}`,
      () => Array.from({ length: 2 + below(4) }, () => (below(3) === 0 ? range() : value())).join(','),
    ];
    if (below(8) < (field.name === 'year' ? 6 : field.name === 'day' || field.name === 'week' ? 3 : 2))
      return '*';
    return forms[below(forms.length)]?.() ?? '*';
  });
  const weekday = () => (below(2) === 0 ? `${below(7)}` : (cronFields[5].names[below(7)] ?? 'SUN'));
  if (below(6) === 0) fields[3] = ['?', 'L', 'LW', `${1 + below(31)}W`][below(4)] ?? '?';
  if (below(6) === 0 && fields[3] !== '?') fields[5] = '?';
  else if (below(6) === 0) fields[5] = [`${weekday()}L`, `${weekday()}#${1 + below(5)}`][below(2)] ?? '*';
  if (below(25) === 0) {
    fields[3] = ['30', '31', '30-31', '31W'][below(4)] ?? '30';
    fields[4] = '2';
    fields[5] = '*';
  }
  return fields.join(' ');
}

/** Whether the schedule fires at this second, found slowly from the text alone with the platform's own calendar. */
export function bruteForce(expression: string): (unixSeconds: number, utcOffsetMinutes: number) => boolean {
  const texts = expression.toUpperCase().split(' ');
  const allowed = cronFields.map((field, index) => {
    const values = new Set<number>();
    for (const item of (texts[index] ?? '*').split(',')) {
      const [range = '', step] = item.split('/');
      const numberOf = (text: string) => {
        const name = (field.names as readonly string[]).indexOf(text);
        return name < 0 ? Number(text) : name + field.lowest;
      };
      let [from = 0, to = from] = range.split('-').map(numberOf);
      if (range === '*') [from, to] = [field.lowest, field.highest];
      else if (step !== undefined && !range.includes('-')) to = field.highest;
      for (let value = from; value <= to; value += Number(step ?? 1)) values.add(value);
    }
    return values;
  });
  const [, , , dayText = '', , weekText = ''] = texts;
  const free = (text: string) => text === '*' || text === '?';
  const dayFits = (date: Date) => {
    const lastDate = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    if (dayText === 'L') return date.getUTCDate() === lastDate;
    if (!dayText.endsWith('W')) return allowed[3]?.has(date.getUTCDate()) ?? false;
    const wanted = dayText === 'LW' ? lastDate : Number.parseInt(dayText, 10);
    const workdays = Array.from({ length: lastDate }, (_, index) => index + 1).filter(
      (each) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), each)).getUTCDay() % 6 !== 0,
    );
    workdays.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
    return wanted <= lastDate && workdays[0] === date.getUTCDate();
  };
  const weekFits = (date: Date) => {
    const [, name = '', last, nth] = /^(\d|[A-Z]{3})(?:(L)|#(\d))$/.exec(weekText) ?? [];
    if (name === '') return allowed[5]?.has(date.getUTCDay()) ?? false;
    const weekday = /\d/.test(name) ? Number(name) : (cronFields[5].names as readonly string[]).indexOf(name);
    if (date.getUTCDay() !== weekday) return false;
    if (last === undefined) return Math.ceil(date.getUTCDate() / 7) === Number(nth);
    return new Date(date.getTime() + 7 * 86_400_000).getUTCMonth() !== date.getUTCMonth();
  };
  return (unixSeconds, utcOffsetMinutes) => {
    const date = new Date((unixSeconds + utcOffsetMinutes * 60) * 1000);
    if (!allowed[0]?.has(date.getUTCSeconds()) || !allowed[1]?.has(date.getUTCMinutes())) return false;
    if (!allowed[2]?.has(date.getUTCHours()) || !allowed[4]?.has(date.getUTCMonth() + 1)) return false;
    if (!allowed[6]?.has(date.getUTCFullYear())) return false;
    if (free(dayText)) return free(weekText) || weekFits(date);
    return dayFits(date) || (!free(weekText) && weekFits(date));
  };
}
