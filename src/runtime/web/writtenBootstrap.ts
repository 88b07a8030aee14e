import type { WebConfig } from './webConfig.js';

/** The scf_bootstrap that a component of Serverless Framework puts into a package that has none. */
export interface WrittenBootstrap {
  readonly text: string;
  /** What is known of it, in a sentence. */
  readonly note: string;
  readonly source: string;
}

/** What each component is known to write; newer ones may know more runtimes. */
const sourceOfScf = 'https://github.com/serverless-components/tencent-scf/blob/5174db2/src/config.js';
const sourceOfHttp = 'https://github.com/serverless-components/tencent-http/tree/456dab0/src/_shims';

/** What the component `scf` starts for a runtime, and the file it takes when entryFile is left out. */
const runners: Readonly<Record<string, readonly [command: string, entryFile: string]>> = {
  'Python2.7': ['/var/lang/python2/bin/python2 -u', 'app.py'],
  'Python3.6': ['/var/lang/python3/bin/python3 -u', 'app.py'],
  'Python3.7': ['/var/lang/python37/bin/python3 -u', 'app.py'],
  'Nodejs10.15': ['/var/lang/node10/bin/node', 'app.js'],
  'Nodejs12.16': ['/var/lang/node12/bin/node', 'app.js'],
  'Nodejs14.18': ['/var/lang/node14/bin/node', 'app.js'],
  'Nodejs16.13': ['/var/lang/node16/bin/node', 'app.js'],
  Php5: ['/var/lang/php5/bin/php -S 0.0.0.0:9000', 'hello.php'],
  Php7: ['/var/lang/php7/bin/php -S 0.0.0.0:9000', 'hello.php'],
  'Php7.4': ['/var/lang/php74/bin/php -S 0.0.0.0:9000', 'hello.php'],
  'Php8.0': ['/var/lang/php80/bin/php -S 0.0.0.0:9000', 'hello.php'],
};

/** What the component `http` starts for a framework, whichever runtime is named. */
const frameworks: Readonly<Record<string, string>> = {
  express: '/var/lang/node12/bin/node app.js',
  koa: '/var/lang/node12/bin/node app.js',
  nestjs: 'SERVERLESS=1 /var/lang/node12/bin/node ./dist/main.js',
  flask: '/var/lang/python3/bin/python3 app.py',
  django: '/var/lang/python3/bin/python3 manage.py runserver 0.0.0.0:9000',
};

/** The component's own default. */
const usualRuntime = 'Nodejs10.15';

/** What stands for the scf_bootstrap of a package that has none; undefined where no component is known to write one. */
export function writtenBootstrap(config: WebConfig | undefined): WrittenBootstrap | undefined {
  if (config === undefined || !config.isWeb) return undefined;
  // entryFile is a word of the component scf alone.
  const [component = ''] = (config.component ?? (config.entryFile === undefined ? '' : 'scf')).split('@');
  if (!/^(?:scf|http)$/.test(component)) return undefined;
  const isHttp = component.startsWith('http');
  const command = isHttp ? frameworks[config.framework ?? ''] : commandOf(config);
  if (command === undefined) return undefined;
  return {
    text: `#!/usr/bin/env bash\n${command}\n`,
    note: `there is no scf_bootstrap, and the component ${component} of ${config.file} writes one, which starts ${command}`,
    source: isHttp ? sourceOfHttp : sourceOfScf,
  };
}

function commandOf({ runtime = usualRuntime, entryFile }: WebConfig): string | undefined {
  const [runner, usualFile] = runners[runtime] ?? [];
  return runner === undefined ? undefined : `${runner} ${entryFile ?? usualFile}`;
}
