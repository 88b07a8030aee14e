const unnamed = 'rs0';
const addresses = /mongodb(?:\+srv)?:\/\/[^\s"'`]+/g;
const inAddress = /[?&]replicaSet=([\w.-]+)/i;
const inOptions = /\breplica_?set['"]?\s{0,9}[:=]\s{0,9}['"]([\w.-]+)['"]/i;

/**
 * The name of the replica set that a server belongs to. Only its client knows it and takes no other: it stands in the
 * address that names the server, in options beside it, or in an address whose servers stand elsewhere. Who asks for no
 * name takes any.
 *
 * @param address as `10.0.0.4:27017`.
 * @param text what the code and its environment say.
 */
export function replicaSetOf(address: string, text: string): string {
  const host = address.replace(/:\d+$/, '').toLowerCase();
  const named = [...text.matchAll(addresses)].flatMap(([found]) => {
    const name = inAddress.exec(found)?.[1];
    return name === undefined ? [] : [{ name, isOfHost: hostsIn(found).includes(host) }];
  });
  const [own] = named.filter(({ isOfHost }) => isOfHost);
  return own?.name ?? inOptions.exec(text)?.[1] ?? named[0]?.name ?? inAddress.exec(text)?.[1] ?? unnamed;
}

/** The names in `mongodb://user:password@a:27017,b:27017/shop`. */
function hostsIn(address: string): string[] {
  const [servers = ''] = address.replace(/^mongodb(?:\+srv)?:\/\//, '').split(/[/?]/);
  return servers
    .slice(servers.lastIndexOf('@') + 1)
    .split(',')
    .map((server) => server.replace(/:\d+$/, '').toLowerCase());
}
