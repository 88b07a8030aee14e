import type { Target } from '../ownServers.js';
import { MongoPeer } from './mongoPeer.js';
import { MysqlPeer } from './mysqlPeer.js';
import type { PeerFactory } from './peer.js';
import { PgPeer } from './pgPeer.js';
import { RedisPeer } from './redisPeer.js';

interface Protocol {
  readonly port: number;
  /** What the vendor's names of such servers begin with, which have ports of their own: `gz-cdb-a1.sql.tencentcdb.com`. */
  readonly named: readonly string[];
  readonly makePeer: PeerFactory;
}

const protocols: readonly Protocol[] = [
  {
    port: 6379,
    named: ['crs-'],
    makePeer: (line) => new RedisPeer(line),
  },
  {
    port: 3306,
    named: ['cdb-', 'cynosdbmysql-'],
    makePeer: (line) => new MysqlPeer(line),
  },
  {
    port: 5432,
    named: ['postgres-'],
    makePeer: (line) => new PgPeer(line),
  },
  {
    port: 27_017,
    named: [],
    makePeer: (line) => new MongoPeer(line),
  },
];

/** The side of the server that is played for a client of a database; undefined for what is none. */
export function protocolOf(target: Target): PeerFactory | undefined {
  if ('path' in target) return undefined;
  return protocols.find(({ port, named }) => target.port === port || isNamed(target.host, named))?.makePeer;
}

/** A region may stand before: `gz-cdb-a1`. */
function isNamed(host: string, beginnings: readonly string[]): boolean {
  const [name, ...domain] = host.split('.');
  if (name === undefined || domain.join('.') !== 'sql.tencentcdb.com') return false;
  return beginnings.some((beginning) => name.startsWith(beginning) || name.includes(`-${beginning}`));
}
