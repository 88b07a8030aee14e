import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { installPackage } from '../built.js';
import { testAtNight } from '../nightly.js';
import { runCli, temporaryDirectory } from './runCli.js';

const handler =
  "exports.main_handler = async () => ({ isBase64Encoded: false, statusCode: 200, headers: {}, body: '' });\n";

async function initialized(manifest: object, { source = handler, kind = 'apigw', file = 'index.js' } = {}) {
  const cwd = temporaryDirectory();
  writeFileSync(join(cwd, 'package.json'), JSON.stringify(manifest));
  mkdirSync(join(cwd, 'src'));
  writeFileSync(join(cwd, 'src', file), source);
  const { stderr } = await runCli(['init', 'src/index.main_handler', '--kind', kind], { cwd });
  const [, path = ''] = /^Wrote (\S+?),? /.exec(stderr) ?? [];
  return { cwd, path, stderr, text: readFileSync(join(cwd, path), 'utf8') };
}

describe('init writes for what runs the tests', () => {
  test.each([
    ['a script calls Jest', { scripts: { test: 'jest --ci' } }],
    ['Jest is configured in package.json', { jest: {} }],
    ['Jest is installed', { devDependencies: { jest: '30.0.0' } }],
  ])('Jest, where %s', async (_, manifest) => {
    const { path, text } = await initialized(manifest);
    expect(path).toBe('test/index.test.js');
    expect(text).toContain("require('scf-fixtures/jest');\n");
    expect(text).not.toContain('vitest');
    expect(() => new Script(text)).not.toThrow();
  });

  test("Node's own, where a script calls it", async () => {
    const { path, text, stderr } = await initialized({ scripts: { test: 'node --test' } });
    expect(path).toBe('test/index.test.js');
    expect(text).toContain("const { test } = require('node:test');\n");
    expect(text).not.toMatch(/vitest|jest/);
    expect(() => new Script(text)).not.toThrow();
    expect(stderr).toContain('npm install --save-dev scf-fixtures expect && npm test');
  });

  test('Vitest, where a script calls that and Jest is there as well', async () => {
    const manifest = { scripts: { test: 'vitest run' }, devDependencies: { jest: '30.0.0' } };
    expect((await initialized(manifest)).text).toContain("import { expect, test } from 'vitest';");
  });

  test('Jest and TypeScript: what Jest finds, with types', async () => {
    const { path, text } = await initialized(
      { scripts: { test: 'jest' } },
      { file: 'index.ts', source: 'export const main_handler = async (event: unknown) => event;\n' },
    );
    expect(path).toBe('test/index.test.ts');
    expect(text).toContain("import { expect, test } from '@jest/globals';\n");
    expect(text).toContain("import { main_handler } from '../src/index';\n");
  });

  test('Jest with ES modules: a script that lets it load them', async () => {
    const { cwd, text } = await initialized(
      { type: 'module', devDependencies: { jest: '30.0.0' } },
      { source: 'export const main_handler = async () => 1;\n' },
    );
    expect(text).toContain("import 'scf-fixtures/jest';\n");
    expect(readFileSync(join(cwd, 'package.json'), 'utf8')).toContain('--experimental-vm-modules');
  });

  test.each(['jest', 'node --test'])('the end of a test of a WebSocket: %s', async (command) => {
    const { text } = await initialized({ scripts: { test: command } }, { kind: 'websocket-connect' });
    expect(text).toContain(
      'afterEach(async () => {\n  for (const end of ends.splice(0)) await end();\n});\n',
    );
    expect(() => new Script(text)).not.toThrow();
  });

  testAtNight('and what it writes passes there', async () => {
    for (const [command, ...args] of [
      ['jest', 'node_modules/jest/bin/jest.js', '--cacheDirectory', '.jest-cache'],
      ['node --test', '--test'],
    ]) {
      const { cwd } = await initialized({ scripts: { test: command } });
      installPackage(cwd);
      const { NODE_OPTIONS: _, VITEST: __, NODE_ENV: ___, ...env } = process.env;
      const options = { cwd, env, timeout: 200_000 };
      await promisify(execFile)(process.execPath, args, options);
    }
  });
});
