import type { Target } from '../ownServers.js';
import { MysqlPeer } from './mysqlPeer.js';
import type { PeerFactory } from './peer.js';
import { PgPeer } from './pgPeer.js';
import { RedisPeer } from './redisPeer.js';

interface Protocol {
  readonly port: number;
  /** What the vendor's names of such servers begin with, which have ports of their own: `gz-cdb-a1.sql.tencentcdb.com`. */
  readonly named: RegExp;
  readonly makePeer: PeerFactory;
}

const protocols: readonly Protocol[] = [
  {
    port: 6379,
    named: /(^|-)crs-[^.]*\.sql\.tencentcdb\.com$/,
    makePeer: (line) => new RedisPeer(line),
  },
  {
    port: 3306,
    named: /(^|-)(cdb|cynosdbmysql)-[^.]*\.sql\.tencentcdb\.com$/,
    makePeer: (line) => new MysqlPeer(line),
  },
  {
    port: 5432,
    named: /(^|-)postgres-[^.]*\.sql\.tencentcdb\.com$/,
    makePeer: (line) => new PgPeer(line),
  },
];

/** The side of the server that is played for a client of a database; undefined for what is none. */
export function protocolOf(target: Target): PeerFactory | undefined {
  if ('path' in target) return undefined;
  return protocols.find(({ port, named }) => target.port === port || named.test(target.host))?.makePeer;
}
