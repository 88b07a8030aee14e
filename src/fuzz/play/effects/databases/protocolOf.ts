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
  readonly makePeer: PeerFactory;
}

const sqlDomain = 'sql.tencentcdb.com';

const protocols: readonly Protocol[] = [
  {
    ports: [6379],
    named: { domain: sqlDomain, beginnings: ['crs-'] },
    makePeer: (line) => new RedisPeer(line),
  },
  {
    ports: [3306],
    named: { domain: sqlDomain, beginnings: ['cdb-', 'cynosdbmysql-'] },
    makePeer: (line) => new MysqlPeer(line),
  },
  {
    ports: [5432],
    named: { domain: sqlDomain, beginnings: ['postgres-'] },
    makePeer: (line) => new PgPeer(line),
  },
  {
    ports: [27_017],
    makePeer: (line) => new MongoPeer(line),
  },
  {
    ports: [9092],
    named: { domain: 'ckafka.tencentcloudmq.com', beginnings: [''] },
    makePeer: (line) => new KafkaPeer(line),
  },
  {
    // Of these, 465 begins with TLS.
    ports: [25, 465, 587, 2525],
    makePeer: (line) => new SmtpPeer(line),
  },
];

/** The side of the server that is played for a client of a database; undefined for what is none. */
export function protocolOf(target: Target): PeerFactory | undefined {
  if ('path' in target) return undefined;
  const { host, port } = target;
  return protocols.find(
    ({ ports, named }) => ports.includes(port) || (named !== undefined && isNamed(host, named)),
  )?.makePeer;
}

/** A region may stand before, or within the domain: `gz-cdb-a1`, `ckafka-a1.ap-guangzhou.ckafka.tencentcloudmq.com`. */
function isNamed(host: string, { domain, beginnings }: NonNullable<Protocol['named']>): boolean {
  const [name = ''] = host.split('.');
  if (!host.endsWith(`.${domain}`)) return false;
  return beginnings.some((beginning) => name.startsWith(beginning) || name.includes(`-${beginning}`));
}
