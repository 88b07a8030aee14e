// Whether a verdict can be trusted: npm run build && npm run bench -- trust [-- --quick].
import { each, handlersOf } from './trust/handlers.mjs';
import { inScene } from './trust/scene.mjs';

export const title = 'Trust';

export async function rows({ quick = false } = {}) {
  const [runs, seeds] = quick ? [10, [1]] : [100, [1, 2, 3]];
  const [correct, idle, harmful] = ['correct', 'idle', 'harmful'].map(handlersOf);
  const alarms = await tellAll(correct, (handler) => falseAlarms(handler, { runs, seeds }));
  const silent = await tellAll(idle, (handler) => trustOfNothing(handler, { runs }));
  const harms = await tellAll(harmful, (handler) => harmOf(handler, { runs: 10 }));
  const weak = idle.length - silent;
  return [
    {
      what: `correct handlers that are accused, of ${correct.length}, ${runs} runs × ${seeds.length} seeds`,
      measured: alarms,
      good: 0,
      goal: 0,
    },
    {
      what: `handlers on which nothing can be tried and that prove little, of ${idle.length}`,
      measured: weak,
      good: idle.length,
      goal: idle.length,
      moreIsBetter: true,
    },
    {
      what: `harmful handlers that send, write, leave or patch something, of ${harmful.length}`,
      measured: harms,
      good: 0,
      goal: 0,
    },
  ];
}

/** How many handlers something is to be told of; tells it as it is found, and which handlers were tried on standard error. */
async function tellAll(handlers, work) {
  let tried = 0;
  const told = await each(handlers, async (handler) => {
    const words = await work(handler);
    for (const line of words) console.log(`${handler.name}: ${line}`);
    console.error(`${++tried} of ${handlers.length} tried: ${handler.name}`);
    return words;
  });
  return told.filter((words) => words.length > 0).length;
}

/** What a correct handler is accused of. */
export async function falseAlarms(handler, { runs, seeds }) {
  const failures = await failuresOf(handler, { runs, seeds });
  return failures.map(({ seed, oracle, what }) => `seed ${seed}: ${oracle} (${what})`);
}

/** What the command line finds in a handler, each with its seed; that there is no verdict as well. */
export async function failuresOf({ trigger, path }, { runs, seeds }) {
  const found = [];
  for (const seed of seeds) {
    const { isEnded, stdout, stderr } = await fuzzed({ trigger, path, runs, seed });
    if (!isEnded || stdout === '') found.push({ seed, oracle: 'no verdict', what: stderr.slice(0, 500) });
    else
      found.push(
        ...JSON.parse(stdout).failures.map(({ oracle, what, text }) => ({ seed, oracle, what, text })),
      );
  }
  return found;
}

/** What is told, instead of "proves little", of a handler on which nothing can be tried. */
export async function trustOfNothing({ trigger, path }, { runs }) {
  const { code, stdout, stderr } = await fuzzed({ trigger, path, runs, seed: 1 });
  if (stdout === '') return [`no verdict: ${stderr.slice(0, 500)}`];
  const { verdict, failures } = JSON.parse(stdout);
  const found = failures.map(({ oracle, what }) => ` ${oracle} (${what})`);
  return verdict === 'proves-little' && code === 3 ? [] : [`exit ${code}, ${verdict}${found}`];
}

const fuzzed = ({ trigger, path, runs, seed }) =>
  inScene(path, ({ command, file }) =>
    command(
      'fuzz',
      `${file}#main_handler`,
      '--trigger',
      trigger,
      '--runs',
      runs,
      '--seed',
      seed,
      '--no-store',
      '--report',
      'json',
    ),
  );

/** What a handler does to its surroundings, by the command line and by the library. */
export async function harmOf({ trigger, path }, { runs }) {
  const byCommand = await inScene(path, async ({ command, file, harm }) => {
    const { isEnded } = await command(
      'fuzz',
      `${file}#main_handler`,
      '--trigger',
      trigger,
      '--runs',
      runs,
      '--no-store',
    );
    return [...(isEnded ? [] : ['the command does not end']), ...(await harm())];
  });
  const byLibrary = await inScene(path, async ({ module, file, harm }) => {
    const { stdout, stderr } = await module('patched.mjs', file, trigger, runs);
    if (stdout === '') return [`the library gives no verdict: ${stderr.slice(0, 500)}`, ...(await harm())];
    return [...JSON.parse(stdout).map((name) => `${name} is another`), ...(await harm())];
  });
  return [
    ...byCommand.map((words) => `by the command: ${words}`),
    ...byLibrary.map((words) => `by the library: ${words}`),
  ];
}
