import type { Target } from '../ownServers.js';
import { KafkaPeer } from './kafkaPeer.js';
import { MongoPeer } from './mongoPeer.js';
import { MysqlPeer } from './mysqlPeer.js';
import type { PeerFactory } from './peer.js';
import { PgPeer } from './pgPeer.js';
import { RedisPeer } from './redisPeer.js';
import { SmtpPeer } from './smtpPeer.js';

interface Protocol {
  readonly ports: readonly number[];
  /** What the vendor's names of such servers begin with, which have ports of their own: `gz-cdb-a1.sql.tencentcdb.com`. */
  readonly named?: { readonly domain: string; readonly beginnings: readonly string[] };
  /** Clients that speak it to whatever port they are given. */
  readonly packages: readonly string[];
  readonly makePeer: PeerFactory;
}

const sqlDomain = 'sql.tencentcdb.com';

const protocols: readonly Protocol[] = [
  {
    ports: [6379],
    named: { domain: sqlDomain, beginnings: ['crs-'] },
    packages: ['ioredis', 'redis', '@redis/client', '@node-redis/client'],
    makePeer: (line) => new RedisPeer(line),
  },
  {
    ports: [3306],
    named: { domain: sqlDomain, beginnings: ['cdb-', 'cynosdbmysql-'] },
    packages: ['mysql', 'mysql2', 'mariadb'],
    makePeer: (line) => new MysqlPeer(line),
  },
  {
    ports: [5432],
    named: { domain: sqlDomain, beginnings: ['postgres-'] },
    packages: ['pg', 'postgres'],
    makePeer: (line) => new PgPeer(line),
  },
  {
    ports: [27_017],
    packages: ['mongodb'],
    makePeer: (line) => new MongoPeer(line),
  },
  {
    ports: [9092],
    named: { domain: 'ckafka.tencentcloudmq.com', beginnings: [''] },
    packages: ['kafkajs'],
    makePeer: (line) => new KafkaPeer(line),
  },
  {
    // Of these, 465 begins with TLS.
    ports: [25, 465, 587, 2525],
    packages: ['nodemailer'],
    makePeer: (line) => new SmtpPeer(line),
  },
];

/**
 * The side of the server that is played for a client of a database, told by its port, by the vendor's name of the server,
 * or by the package that connects; undefined for what is none.
 *
 * @param stackOf gives the stack of who connects.
 */
export function protocolOf(target: Target, stackOf: () => string): PeerFactory | undefined {
  if ('path' in target) return undefined;
  const { host, port } = target;
  const known = protocols.find(
    ({ ports, named }) => ports.includes(port) || (named !== undefined && isNamed(host, named)),
  );
  return (known ?? spokenBy(stackOf()))?.makePeer;
}

/** True for a stack of a client whose servers are played, and which may look for their addresses itself. */
export function isOfClient(stack: string): boolean {
  return spokenBy(stack) !== undefined;
}

const inPackage = /[\\/]node_modules[\\/](@[^\\/]+[\\/][^\\/]+|[^\\/@]+)[\\/]/g;

/** The package nearest to the connection says what is spoken on it. */
function spokenBy(stack: string): Protocol | undefined {
  for (const [, name = ''] of stack.matchAll(inPackage)) {
    const found = protocols.find(({ packages }) => packages.includes(name.replace('\\', '/')));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A region may stand before, or within the domain: `gz-cdb-a1`, `ckafka-a1.ap-guangzhou.ckafka.tencentcloudmq.com`. */
function isNamed(host: string, { domain, beginnings }: NonNullable<Protocol['named']>): boolean {
  const [name = ''] = host.split('.');
  if (!host.endsWith(`.${domain}`)) return false;
  return beginnings.some((beginning) => name.startsWith(beginning) || name.includes(`-${beginning}`));
}
