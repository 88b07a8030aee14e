import { dirname } from 'node:path';
import { importsOf, type Source } from './sources.js';

/** Which room a file belongs to, and by which doors it is left; `*` stands for any name. */
interface Room {
  readonly name: string;
  readonly files: RegExp;
  readonly doors: readonly string[];
}

/** What a program outside of the package can import, too. */
const entries = [
  'index',
  'payload entry',
  'responses entry',
  'triggerdesc entry',
  'runtime index',
  'fuzz index',
  'fakes entry',
];
const runtime = ['runtime', 'runtime entry', 'runtime index'];
const below = ['kernel', 'domain', 'responses', 'responses entry', 'generated', ...runtime];

/** The first room whose pattern fits is the one; `$1` in its name is what the pattern has caught. */
const rooms: readonly Room[] = [
  { name: 'kernel', files: /^src\/kernel\//, doors: [] },
  { name: 'domain', files: /^src\/domain\//, doors: ['kernel'] },
  { name: 'generated', files: /^src\/generated\//, doors: ['kernel'] },
  {
    name: 'trigger $1',
    files: /^src\/triggers\/([^/]+)\//,
    doors: ['kernel', 'domain', 'generated'],
  },
  { name: 'triggers', files: /^src\/triggers\//, doors: ['trigger *'] },
  { name: 'loadTrigger', files: /^src\/loadTrigger\.ts$/, doors: ['kernel', 'triggers'] },
  { name: 'registry', files: /^src\/registry\.ts$/, doors: ['kernel', 'domain', 'triggers', 'loadTrigger'] },
  {
    name: 'index',
    files: /^src\/[^/]+\.ts$/,
    doors: ['kernel', 'domain', 'registry', 'triggers', 'loadTrigger', 'trigger *'],
  },
  { name: 'payload entry', files: /^src\/payload\/index\.ts$/, doors: ['payload', 'kernel'] },
  { name: 'payload', files: /^src\/payload\//, doors: ['kernel'] },
  { name: 'responses entry', files: /^src\/responses\/index\.ts$/, doors: ['responses', 'kernel'] },
  { name: 'responses', files: /^src\/responses\//, doors: ['kernel', 'domain', 'generated'] },
  {
    name: 'triggerdesc entry',
    files: /^src\/triggerdesc\/index\.ts$/,
    doors: ['triggerdesc', 'kernel', 'domain', 'generated'],
  },
  { name: 'triggerdesc', files: /^src\/triggerdesc\//, doors: ['kernel', 'domain', 'generated'] },
  {
    name: 'all matchers',
    files: /^src\/matchers\/(?:allMatchers|jest|vitest)\.ts$/,
    doors: ['kernel', 'matchers', 'registry', 'triggerdesc', 'triggerdesc entry'],
  },
  {
    name: 'matchers',
    files: /^src\/matchers\//,
    doors: ['kernel', 'domain', 'responses', 'responses entry'],
  },
  { name: 'chinese', files: /^src\/chinese\//, doors: ['kernel', 'triggers'] },
  { name: 'explorer', files: /^src\/explorer\//, doors: ['index', 'chinese'] },
  { name: 'fakes entry', files: /^src\/fakes\/index\.ts$/, doors: ['fakes'] },
  {
    name: 'fakes',
    files: /^src\/fakes\//,
    doors: ['kernel', 'domain', 'generated', 'responses', 'responses entry', ...runtime, 'trigger *'],
  },

  // What every runtime is; one folder for each; and the files that know all of them.
  {
    name: 'runtime $1',
    files: /^src\/runtime\/([^/]+)\//,
    doors: ['kernel', 'responses', 'responses entry', 'generated', 'runtime'],
  },
  {
    name: 'runtime entry',
    files: /^src\/runtime\/(?:checkWebFunction|deployedProblems|invoke|runtimes|startRuntimeApi)\.ts$/,
    doors: ['kernel', 'responses', 'responses entry', 'runtime', 'runtime *'],
  },
  { name: 'runtime index', files: /^src\/runtime\/index\.ts$/, doors: ['runtime', 'runtime entry'] },
  {
    name: 'runtime',
    files: /^src\/runtime\//,
    doors: ['kernel', 'responses', 'responses entry', 'generated'],
  },

  // Draw a case, play it, ask the oracles, search and shrink, report: each knows what its work builds on.
  { name: 'fuzz play', files: /^src\/fuzz\/play\//, doors: below },
  { name: 'fuzz arbitraries', files: /^src\/fuzz\/arbitraries\//, doors: ['kernel', 'domain', 'fuzz play'] },
  { name: 'what an oracle is', files: /^src\/fuzz\/oracles\/oracle\.ts$/, doors: ['kernel', 'fuzz play'] },
  {
    name: 'fuzz oracles tools',
    files: /^src\/fuzz\/oracles\/tools\//,
    doors: [...below, 'fuzz play', 'what an oracle is'],
  },
  {
    name: 'every oracle',
    files: /^src\/fuzz\/oracles\/index\.ts$/,
    doors: ['what an oracle is', 'oracle *'],
  },
  {
    name: 'oracle $1',
    files: /^src\/fuzz\/oracles\/(\w+)\.ts$/,
    doors: [...below, 'fuzz play', 'what an oracle is', 'fuzz oracles tools'],
  },
  { name: 'fuzz guides', files: /^src\/fuzz\/oracles\/guides\//, doors: [] },
  {
    name: 'fuzz search',
    files: /^src\/fuzz\/search\//,
    doors: [...below, 'fuzz play', 'fuzz arbitraries', 'what an oracle is', 'every oracle'],
  },
  {
    name: 'fuzz report',
    files: /^src\/fuzz\/report\//,
    doors: [...below, 'fuzz play', 'what an oracle is', 'every oracle', 'fuzz search'],
  },
  {
    name: 'fuzz index',
    files: /^src\/fuzz\/index\.ts$/,
    doors: ['fuzz', 'fuzz *', 'what an oracle is', 'every oracle'],
  },
  // A web function gets what HTTP clients send, and nothing else.
  {
    name: 'fuzz web',
    files: /^src\/fuzz\/fuzzWeb\.ts$/,
    doors: [...below, 'fuzz', 'fuzz *', 'trigger web'],
  },
  {
    name: 'fuzz',
    files: /^src\/fuzz\/[^/]+\.ts$/,
    doors: [...below, 'fuzz *', 'what an oracle is', 'every oracle'],
  },

  { name: 'cli texts', files: /^cli\/texts\//, doors: [...entries, 'chinese'] },
  { name: 'cli shared', files: /^cli\/shared\//, doors: [...entries, 'cli texts'] },
  { name: 'cli config', files: /^cli\/config\//, doors: [...entries, 'cli shared'] },
  {
    name: 'cli commands',
    files: /^cli\/commands\//,
    doors: [...entries, 'cli texts', 'cli shared', 'cli config', 'cli for *'],
  },
  {
    name: 'cli for $1',
    files: /^cli\/([^/]+)\//,
    doors: [...entries, 'cli texts', 'cli shared', 'cli config'],
  },
  {
    name: 'cli',
    files: /^cli\/[^/]+\.ts$/,
    doors: [...entries, 'cli texts', 'cli shared', 'cli config', 'cli commands'],
  },
];

interface Place {
  readonly room: string;
  readonly doors: readonly string[];
}

function placeOf(file: string): Place {
  for (const { name, files, doors } of rooms) {
    const [, caught = ''] = files.exec(file) ?? [];
    if (files.test(file)) return { room: name.replace('$1', caught), doors };
  }
  return { room: `no room (${file})`, doors: [] };
}

const isOpen = (door: string, room: string): boolean =>
  door.endsWith('*') ? room.startsWith(door.slice(0, -1)) : door === room;

/** Imports that go through a wall. */
export function closedDoors(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const { room, doors } = placeOf(source.file);
    return importsOf(source).flatMap((target) => {
      const other = placeOf(target).room;
      if (other === room || doors.some((door) => isOpen(door, other))) return [];
      return [`${source.file} imports ${target}: ${room} has no door to ${other}`];
    });
  });
}

/** Circles of imports, of types and of what is loaded later as well. */
export function circles(sources: readonly Source[]): string[] {
  const importsBy = new Map(sources.map((source) => [source.file, importsOf(source)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) found.push([...trail.slice(trail.indexOf(file)), file].join(' > '));
    if (trail.includes(file) || done.has(file)) return;
    for (const target of importsBy.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of importsBy.keys()) visit(file, []);
  return found;
}

/** The rooms of the fuzzer as its folders show them, the arrows between them, and those that lead out of it. */
export function planOfFuzzer(sources: readonly Source[]) {
  const shown = (file: string): string | undefined => {
    const [, path] = /^src\/fuzz\/(.+)$/.exec(file) ?? [];
    if (path === undefined) return undefined;
    return path.startsWith('oracles/tools/')
      ? 'oracles/tools'
      : path.includes('/')
        ? path.split('/')[0]
        : 'fuzz';
  };
  const inside = sources.filter(({ file }) => shown(file) !== undefined);
  const arrows = inside.flatMap((source) =>
    importsOf(source).map((target) => [shown(source.file), shown(target) ?? dirname(target)] as const),
  );
  const distinct = (pairs: typeof arrows) =>
    [...new Set(pairs.filter(([from, to]) => from !== to).map(([from, to]) => `${from} > ${to}`))].sort();
  return {
    rooms: [...new Set(inside.map(({ file }) => shown(file)))].sort(),
    arrows: distinct(arrows.filter(([, to]) => !to?.startsWith('src/'))),
    arrowsOut: distinct(arrows.filter(([, to]) => to?.startsWith('src/'))),
  };
}
