import { Misuse } from '../../kernel/misuse.js';
import { platformEnv } from '../context.js';
import type { Call } from '../engine.js';
import { canHoldNetwork, type HeldNetwork } from '../heldNetwork.js';
import { type ReservedPort, reservePort } from '../ports.js';
import { ProcessHost } from '../processHost.js';
import type { FoundFunction, FunctionHost, Platform, Runtime } from '../runtime.js';
import { ServerPort } from '../serverPort.js';
import { commandOf, findImage, findStarted } from './findImage.js';
import { ImageChannel, listenWithinMs } from './imageChannel.js';
import { RunningServer } from './runningServer.js';

const usualPort = 9000;
const host = '127.0.0.1';

/** Functions that are a server in an image: https://www.tencentcloud.com/document/product/583/41076 */
export const imageRuntime: Runtime = {
  name: 'image',
  versions: ['CustomImage'],
  keepsReach: ({ spec, path }) => path !== spec && canHoldNetwork(),
  find: findImage,
  findStarted,
  host: hostOf,
};

function hostOf(found: FoundFunction, platform: Platform): FunctionHost {
  const { spec, root, path } = found;
  const failsOnStatus = platform.failsOnStatus === true;
  const initTimeoutMs = Math.min(platform.initTimeoutMs, listenWithinMs);
  if (path === spec) {
    requireNothingToStart(spec, platform);
    return new RunningServer(path, { ...platform, initTimeoutMs });
  }
  const [program, ...args] = platform.command ?? commandOf(path);
  if (program === undefined)
    throw new Misuse(
      'NO_COMMAND',
      `Cannot start ${spec}: ${path} names no command as a list. Write CMD ["python3", "app.py"] in it, give the command, or start the container and give its address: http://127.0.0.1:9000.`,
    );
  return new ProcessHost(
    {
      spec,
      root,
      command: [program, ...args],
      envOf: (call) => envOf(call, platform),
      open: (network) => openChannel(spec, platform.port, { failsOnStatus, network }),
      obstacle: () => undefined,
    },
    { ...platform, initTimeoutMs },
  );
}

/** A server that has an address is there. */
function requireNothingToStart(address: string, { command, port }: Platform): void {
  if (command === undefined && port === undefined) return;
  throw new Misuse(
    'SERVER_RUNS_ALREADY',
    `Cannot start ${address} ${command === undefined ? `on port ${port}` : `by ${command.join(' ')}`}: an address is that of a server which runs already. Name the folder of the function to have it started, or leave ${command === undefined ? 'the port' : 'the command'} out.`,
  );
}

/** @throws Misuse PORT_TAKEN for a port that the caller has named. */
async function openChannel(
  spec: string,
  port: number | undefined,
  options: { readonly failsOnStatus: boolean; readonly network: HeldNetwork | undefined },
): Promise<ImageChannel> {
  const { network } = options;
  if (network !== undefined)
    return new ImageChannel(new ServerPort({ host, port: port ?? usualPort }, { network }), options);
  const reserved = await reservePort(port ?? usualPort);
  if (reserved !== undefined) return channelOn(reserved, options);
  if (port !== undefined)
    throw new Misuse(
      'PORT_TAKEN',
      `Cannot start ${spec}: something listens on port ${port} already, or is about to. End that, or name another port; a server that runs already is reached by its address, http://127.0.0.1:${port}.`,
    );
  const channel = channelOn((await reservePort(0)) as ReservedPort, options);
  channel.note(
    `port ${usualPort} is taken on this machine, so that the server is to listen on ${channel.env.PORT}, which PORT in its environment says; SCF sets no PORT, and has ${usualPort} free`,
  );
  return channel;
}

function channelOn(
  { port, release }: ReservedPort,
  { failsOnStatus }: { readonly failsOnStatus: boolean },
): ImageChannel {
  return new ImageChannel(new ServerPort({ host, port }, { release }), { failsOnStatus });
}

/** An image finds no keys in its environment; they come with each event. */
function envOf(call: Call, { timeZone }: Platform): Record<string, string> {
  const env: Record<string, string> = {
    TZ: call.trial?.timeZone ?? timeZone,
    USER: 'qcloud',
    ...(call.env ?? platformEnv(call.data)),
  };
  const keys = ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY', 'TENCENTCLOUD_SESSIONTOKEN'];
  const platforms = platformEnv(call.data);
  for (const key of keys) if (env[key] === platforms[key]) delete env[key];
  return env;
}
