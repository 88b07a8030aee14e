import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CommandOutputs,
  defaultSeed,
  deliveryRulesOf,
  loadTrigger,
  Misuse,
  type Trigger,
} from '../../src/core.js';
import { fixturesOf } from '../gen/fixtures.js';
import { addressOf, requireListening } from '../send/address.js';
import type { Answer, Receiver, ReceiverOptions } from '../send/answer.js';
import { image } from '../send/image.js';
import { invokeApi } from '../send/invokeApi.js';
import { overHttp, requestIn } from '../send/overHttp.js';
import { type Retrying, triesOf } from '../send/retries.js';
import { jsonTeller, lineTeller, type Message, type Teller } from '../send/tellers.js';
import type { CommandModule, ToldCommand } from '../shared/command.js';
import type { Io } from '../shared/io.js';
import { number, repeated, wholeNumber } from '../shared/options.js';
import { payloadFrom } from '../shared/payload.js';
import { readEvents } from '../shared/readEvents.js';
import { countedIn, said, type Texts } from '../texts/texts.js';

/** What may listen at an address, by the name that `--as` has for it. */
const receivers: Readonly<Record<string, (options: ReceiverOptions) => Receiver>> = {
  image,
  'invoke-api': invokeApi,
  requests: overHttp,
};
/** Where a rule says ten thousand times, that many show what there is to see. */
const usualRetries = 10;

/** Where the server of an image listens, and `serve` in front of a web function. */
const usualAddresses = { image: 'http://127.0.0.1:9000', requests: 'http://127.0.0.1:8000' };

interface SendFlags {
  readonly to?: string;
  readonly as?: string;
  readonly count?: string;
  readonly seed: string;
  readonly index: string;
  readonly edge?: readonly string[];
  readonly edges?: boolean;
  readonly set?: readonly string[];
  readonly payload?: string;
  readonly size?: string;
  readonly hostile: string;
  readonly file: readonly string[];
  /** How often at the most, or true for the usual number. */
  readonly retries?: string | true;
  readonly wait?: boolean;
  readonly timeout: string;
  readonly function: string;
  readonly allowRemote?: boolean;
  readonly json?: boolean;
}

/** `scf-fixtures send <kind> --to <url>`: sends events to a function that runs. */
export const send: CommandModule = {
  define(command, io) {
    addFlags(command)
      .addHelpText(
        'after',
        `\nTells each answer in a line: status, time, bytes. Exits 0 when the function took all events, 1 when it failed on one,\n2 when nobody listens. Requests that a function refuses (400, 404 …) are no failures.\n\nExamples:\n  scf-fixtures send ckafka --to http://127.0.0.1:9000 --count 20           the server of an image\n  scf-fixtures send cos --to http://127.0.0.1:9000 --as invoke-api --edges  serve index.main_handler --kind invoke\n  scf-fixtures send apigw --to http://127.0.0.1:9000 --as requests          serve index.main_handler\n  scf-fixtures send web --to http://127.0.0.1:8000 --edges                  serve ./web-function\n  scf-fixtures send timer --to http://127.0.0.1:9000 --retries --set Message=nightly\n  scf-fixtures send --file recorded.json --to http://127.0.0.1:9000`,
      )
      .action(async (kind: string | undefined, flags: SendFlags) => run(kind, flags, io));
  },
};

function addFlags(command: ToldCommand): ToldCommand {
  return command
    .argument('[kind]', 'what to send (scf-fixtures list shows the kinds); of files that of each event')
    .option(
      '--to <url>',
      `where the function is reached (${usualAddresses.image}; for web ${usualAddresses.requests})`,
    )
    .option(
      '--as <what>',
      'what listens there: image (POST /event-invoke, as SCF calls the server of an image), invoke-api (serve --kind invoke), requests (a web function, or serve in front of a handler) (image; of web requests)',
    )
    .option('-n, --count <n>', 'how many events (1; none beside edge cases)')
    .option('-s, --seed <seed>', 'any text or number; the same seed gives the same events', `${defaultSeed}`)
    .option('-i, --index <i>', 'the first event of the seed', '0')
    .option('--edge <name...>', 'these edge cases (scf-fixtures list <kind> shows them)')
    .option('--edges', 'all edge cases')
    .option(
      '--set <path=value...>',
      'fix a value: Records[*].Ckafka.topic=orders; what depends on it follows',
    )
    .option('--payload <schema.json>', 'a JSON Schema of the data that the events carry for the user')
    .option('--size <bytes>', "the event's compact JSON has exactly that many bytes")
    .option('--hostile <p>', '0 to 1: how much boundary values are preferred', '0')
    .option(
      '--file <file>',
      'send the events of a file, or of - for standard input; may be repeated',
      repeated,
      [],
    )
    .option(
      '--retries [n]',
      `send an event again on which the function fails, as often as the platform does, at the most n times (${usualRetries}); its pauses are told`,
    )
    .option('--wait', 'with --retries: wait as long as the platform does')
    .option('--timeout <ms>', 'how long an answer may take', '30000')
    .option('--function <name>', 'FunctionName for the Invoke API', 'main')
    .option('--json', 'print each answer, and what came of all, as a line of JSON')
    .option('--allow-remote', 'send to another machine than this one, too');
}

async function run(kind: string | undefined, flags: SendFlags, io: Io): Promise<void> {
  const most = retriesIn(flags);
  const timeoutMs = wholeNumber('--timeout', flags.timeout, 1, 86_400_000);
  const messages = await messagesFor(kind, flags, io);
  const isWeb = messages.every(({ trigger }) => isPlain(trigger));
  const way = flags.as ?? (isWeb ? 'requests' : 'image');
  const usual = isWeb ? usualAddresses.requests : usualAddresses.image;
  const url = addressOf(flags.to ?? usual, { allowRemote: flags.allowRemote === true });
  const receiver = receiverNamed(way)({ url, timeoutMs, functionName: flags.function });
  // What is no request is told before anything is sent.
  if (way === 'requests') for (const { event } of messages) requestIn(event);
  await requireListening(url);
  const wait = flags.wait === true ? { wait: async (ms: number) => void (await sleep(ms)) } : {};
  const totals = { failed: 0, tries: 0 };
  const notes = new Set<string>();
  try {
    for (const message of messages) {
      const retrying = { rule: deliveryRulesOf(message.trigger).retry, most, ...wait };
      const { tries, last } = await deliver(message, {
        receiver,
        retrying,
        tell: flags.json === true ? jsonTeller(io) : lineTeller(io),
      });
      totals.tries += tries;
      totals.failed += last?.problem === undefined ? 0 : 1;
      if (last?.note !== undefined) notes.add(last.note);
    }
  } finally {
    await receiver.close();
  }
  if (flags.json === true) {
    const told: CommandOutputs['send'] = {
      ...{ type: 'sent', to: url.origin, events: messages.length },
      ...totals,
    };
    await io.stdout.write(`${JSON.stringify(told)}\n`);
  }
  for (const note of notes) await io.stderr.write(`${said(io.texts, 'Note: {{note}}', { note })}\n`);
  const again = totals.tries - messages.length;
  const { texts } = io;
  const { failed } = totals;
  const sent = {
    events: countedIn(texts, messages.length, 'event'),
    to: url.origin,
    end: failed === 0 ? said(texts, 'all taken', {}) : said(texts, '{{failed}} failed', { failed }),
    retries: again === 0 ? '' : retriesTold(again, texts),
  };
  await io.stderr.write(`${said(texts, 'Sent {{events}} to {{to}}: {{end}}{{retries}}.', sent)}\n`);
  if (totals.failed > 0) io.exitCode = 1;
}

function retriesTold(again: number, texts: Texts | undefined): string {
  return again === 1
    ? said(texts, ', after 1 retry', {})
    : said(texts, ', after {{again}} retries', { again });
}

/** Sends an event until it is taken, or the platform gives it up. */
async function deliver(
  message: Message,
  {
    receiver,
    retrying,
    tell,
  }: { readonly receiver: Receiver; readonly retrying: Retrying; readonly tell: Teller },
): Promise<{ readonly tries: number; readonly last: Answer | undefined }> {
  let tries = 0;
  let last: Answer | undefined;
  for await (const { number: tried, told } of triesOf(retrying)) {
    tries = tried;
    const startMs = performance.now();
    last = await receiver.deliver(message.event).catch(lost);
    const ms = Math.round(performance.now() - startMs);
    await tell(message, { tried, told, ms, answer: last });
    if (last.problem === undefined) break;
  }
  return { tries, last };
}

/** The connection has ended without an answer. */
function lost(error: Error): Answer {
  return { status: 0, bytes: 0, problem: error.message };
}

function retriesIn({ retries, wait }: SendFlags): number {
  if (wait === true && retries === undefined)
    throw new Misuse('CONTRADICTING_FLAGS', 'Cannot take --wait alone: it is for --retries. Add that.');
  if (retries === undefined) return 0;
  return retries === true ? usualRetries : wholeNumber('--retries', retries, 1, 1_000_000);
}

function receiverNamed(name: string): (options: ReceiverOptions) => Receiver {
  const receiver = Object.hasOwn(receivers, name) ? receivers[name] : undefined;
  if (receiver !== undefined) return receiver;
  throw new Misuse(
    'UNKNOWN_RECEIVER',
    `Cannot send as ${name}: take one of ${Object.keys(receivers).join(', ')}.`,
  );
}

function isPlain({ delivery }: Trigger): boolean {
  return delivery?.isPlainHttp === true;
}

async function messagesFor(kind: string | undefined, flags: SendFlags, io: Io): Promise<readonly Message[]> {
  if (flags.file.length > 0) return recorded(kind, flags, io);
  if (kind === undefined)
    throw new Misuse(
      'NO_KIND',
      'Cannot send nothing: name a kind, such as timer, or a file of events: --file recorded.json.',
    );
  return drawn(await loadTrigger(kind), flags, io);
}

async function drawn(trigger: Trigger, flags: SendFlags, io: Io): Promise<readonly Message[]> {
  const onlyEdges = flags.edges === true || flags.edge !== undefined;
  const count =
    flags.count === undefined ? Number(!onlyEdges) : wholeNumber('--count', flags.count, 1, 100_000);
  const { named, events, first } = fixturesOf(
    trigger,
    {
      seed: flags.seed,
      start: wholeNumber('--index', flags.index, 0, Number.MAX_SAFE_INTEGER - 1_000_000),
      count,
      total: Math.max(count, 1),
      shard: { index: 1, of: 1 },
      edges: flags.edges === true ? 'all' : (flags.edge ?? []),
      documented: false,
      settings: flags.set ?? [],
      hostile: number('--hostile', flags.hostile, 0, 1),
      options: {},
      turns:
        io.project === undefined
          ? [{}]
          : await (await import('../config/settings.js')).turnsFor(trigger.name, io),
      ...(flags.size === undefined
        ? {}
        : { sizeBytes: wholeNumber('--size', flags.size, 1, 64 * 1024 * 1024) }),
      ...(flags.payload === undefined
        ? {}
        : { payload: await payloadFrom(resolve(io.cwd, flags.payload), flags.payload) }),
    },
    io,
  );
  return [
    ...[...named].map(({ name, event }) => ({ name: `${trigger.name} ${name}`, event, trigger })),
    ...[...events].map((event, index) => ({ name: `${trigger.name} ${first + index}`, event, trigger })),
  ];
}

/** The events of files. */
async function recorded(kind: string | undefined, { file }: SendFlags, io: Io): Promise<readonly Message[]> {
  const { foreignEventOf, kindOf } = await import('../../src/index.js');
  const messages: Message[] = [];
  for await (const read of readEvents(file, io)) {
    const refuse = (reason: string): Misuse =>
      new Misuse('NO_EVENT', `Cannot send ${read.source}: ${reason}.`);
    if ('problem' in read) throw refuse(read.problem);
    const known = kind ?? kindOf(read.value);
    const foreign = foreignEventOf(read.value)?.name ?? 'no event that a trigger sends';
    if (known === undefined)
      throw refuse(`it looks like ${foreign}. Name its kind: scf-fixtures send invoke --file …`);
    messages.push({ name: read.source, event: read.value, trigger: await loadTrigger(known) });
  }
  return messages;
}
