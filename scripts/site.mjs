// Builds the site of the documentation into site/dist, with the explorer in it, and looks whether its links lead
// somewhere. Reads dist, so build first.
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'vitepress';
import { writeMade } from '../site/made.mjs';
import { home, picture, root } from '../site/pages.mjs';
import { publishSchemas } from './contracts.mjs';
import { buildExplorer } from './explorer.mjs';

const directory = join(root, 'site/dist');
if (!existsSync(join(root, 'dist/index.js'))) {
  console.error('Cannot build the site without dist, which its pages are made of: run npm run build first.');
  process.exit(2);
}
writeMade();
const failures = await told(() => build(join(root, 'site')));
await buildExplorer(join(directory, 'explorer'));
copyFileSync(join(root, picture), join(directory, 'explorer.png'));
publishSchemas(root, relative(root, join(directory, 'schemas')));
const { broken, pages } = brokenLinks(directory, new URL(home).pathname);
for (const { file, href } of broken) console.error(`${file}: ${href} leads nowhere`);
console.log(`${directory}: ${pages} pages, ${broken.length} broken links`);
if (broken.length + failures > 0) process.exitCode = 1;

/** How many errors are told on the way: a page that cannot be drawn ends no build. */
async function told(run) {
  const { error } = console;
  let count = 0;
  console.error = (...words) => {
    count += 1;
    error(...words);
  };
  await run();
  console.error = error;
  return count;
}

/** The links of a site to itself that lead to no file or to no heading of it. */
function brokenLinks(directory, base) {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const pages = files.filter((file) => file.endsWith('.html'));
  const anchors = new Map(pages.map((file) => [file, anchorsIn(join(directory, file))]));
  const leads = (file, href) => {
    const { pathname, hash } = new URL(href, `http://site${base}${file}`);
    const path = decodeURIComponent(pathname.slice(base.length)).replace(/(^|\/)$/, '$1index.html');
    const target = [path, `${path}.html`].find((candidate) => files.includes(candidate));
    const anchor = decodeURIComponent(hash.slice(1));
    return (
      target !== undefined &&
      (anchor === '' || path.startsWith('explorer/') || anchors.get(target).has(anchor))
    );
  };
  const broken = pages.flatMap((file) =>
    [
      ...new Set(
        [...read(join(directory, file)).matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, href]) => href),
      ),
    ]
      .map((href) => href.replaceAll('&amp;', '&').replace(home, base))
      .filter((href) => !/^(?:[a-z]+:|\/\/)/.test(href) && !leads(file, href))
      .map((href) => ({ file, href })),
  );
  return { broken, pages: pages.length };
}

function anchorsIn(file) {
  return new Set([...read(file).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
}

function read(file) {
  return readFileSync(file, 'utf8');
}
