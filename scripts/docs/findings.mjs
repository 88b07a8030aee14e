import { code, fenced, madeBy, paged } from './markdown.mjs';

/** What tells that a process has ended with its handler, which no oracle can see from inside. */
const processEnd = {
  name: 'process-end',
  holds: 'The process of a function goes on from one event to the next.',
  domain: 'Functions that `scf-fixtures fuzz` runs in a process of their own.',
};

const english = {
  file: 'docs/findings.md',
  title: 'What the fuzzer finds, and how to mend it',
  other: '[简体中文](findings.zh-CN.md)',
  intro:
    'A section for each judgement (oracle) of [fuzzing](fuzzing.md): what holds, a function that breaks it, the same mended. The name is what reports show; by it a judgement is [turned off](fuzzing.md#what-you-may-break-on-purpose).',
  where: 'Where it can be expected:',
  broken: 'Broken:',
  mended: 'Mended:',
  how: 'How to mend it:',
  tried: 'Try it:',
};

const chinese = {
  file: 'docs/findings.zh-CN.md',
  title: '模糊测试能发现什么，如何修复',
  other: '[English](findings.md)',
  intro:
    '[模糊测试](fuzzing.md)的每项判断（oracle）各有一节：什么应当成立，违反它的函数，以及修复后的写法。标题就是报告中显示的名称，也用它来[关闭某项判断](fuzzing.md#what-you-may-break-on-purpose)。',
  where: undefined,
  broken: '有问题的写法：',
  mended: '修复后：',
  how: '如何修复：',
  tried: '试一试：',
};

/** The pages on every kind of finding, by their files. */
export async function findingsPages({ oracles, guideOf }) {
  const kinds = [...oracles, processEnd];
  const guided = await Promise.all(kinds.map(async (kind) => ({ kind, guide: await guideOf(kind.name) })));
  return [english, chinese].map((words) => [words.file, pageOf(guided, words)]);
}

function pageOf(guided, words) {
  const names = guided.map(({ kind: { name } }) => `[${name}](#${name})`).join(' · ');
  return paged([
    madeBy('the guides beside the oracles'),
    `# ${words.title}`,
    words.other,
    words.intro,
    names,
    ...guided.map(({ kind, guide }) => sectionOf(kind, guide, words)),
  ]);
}

function sectionOf({ name, holds, domain }, guide, words) {
  const { tried, bad, good } = guide;
  const [law, mend] = words === english ? [holds, guide.mend] : [guide.zh.law, guide.zh.mend];
  const language = tried.file?.endsWith('.py') ? 'python' : 'js';
  return [
    `## ${name}`,
    law,
    ...(words.where === undefined ? [] : [`${words.where} ${domain}`]),
    words.broken,
    fenced(language, bad),
    words.mended,
    fenced(language, good),
    `${words.how} ${mend}`,
    ...(commandOf(tried) === undefined ? [] : [`${words.tried} ${code(commandOf(tried))}`]),
  ].join('\n\n');
}

/** The command that shows it, where flags alone do. */
function commandOf({ kind, file = 'index.js', options = {}, isShownOnly }) {
  if (isShownOnly !== undefined || kind === 'web') return undefined;
  const { deployment, runtime, env = {} } = options;
  const [, ending] = file.split('.');
  const handler = ending === 'py' ? `./${file}:main_handler` : `./${file}#main_handler`;
  return [
    `npx scf-fixtures fuzz ${handler} --kind ${kind}`,
    ...(runtime === undefined ? [] : [`--runtime ${runtime}`]),
    ...(deployment?.pathPrefix === undefined ? [] : [`--path-prefix ${deployment.pathPrefix}`]),
    ...Object.entries(env).map(([variable, value]) => `--env '${variable}=${value}'`),
  ].join(' ');
}
