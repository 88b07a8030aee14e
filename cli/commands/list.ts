import { loadTrigger, type Trigger } from '../../src/core.js';
import type { CommandModule } from '../shared/command.js';
import type { Texts } from '../texts/texts.js';
import { linesIn } from '../texts/told.js';
import { severityIn, sourceIn } from '../texts/toldNotes.js';

/** `scf-fixtures list [kind]`: the kinds, or everything about one. */
export const list: CommandModule = {
  define(command, io) {
    command
      .argument('[kind]', 'a kind, to show its edge cases and options')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        '\nExamples:\n  scf-fixtures list\n  scf-fixtures list ckafka\n  scf-fixtures list --json',
      )
      .action(async (kind: string | undefined, flags: { json?: boolean }) => {
        const chosen = kind === undefined ? undefined : await loadTrigger(kind);
        if (flags.json === true) {
          const found = chosen === undefined ? (await allTriggers()).map(described) : described(chosen);
          await io.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
        } else
          await io.stdout.write(await (chosen === undefined ? kindTable(io.texts) : page(chosen, io.texts)));
      });
  },
};

async function allTriggers(): Promise<readonly Trigger[]> {
  return (await import('../../src/index.js')).triggers;
}

async function kindTable(texts: Texts | undefined): Promise<string> {
  const triggers = await allTriggers();
  const width = Math.max(...triggers.map((trigger) => trigger.name.length));
  const lines = await Promise.all(
    triggers.map(async ({ name, edgeCases, summary }) => {
      const say = (await texts?.ofKind(name)) ?? String;
      const count = String(edgeCases.length).padStart(3);
      return linesIn(texts, `${name.padEnd(width)}  ${count} edge cases  ${say(summary)}`);
    }),
  );
  return `${lines.join('\n')}\n`;
}

async function page(trigger: Trigger, texts: Texts | undefined): Promise<string> {
  const say = (await texts?.ofKind(trigger.name)) ?? String;
  const options = Object.entries(trigger.options).map(
    ([name, { value, about }]) => `  ${name} ${value}: ${say(about)}`,
  );
  const edges = trigger.edgeCases.map(
    (edge) => `  ${edge.name}\n      ${say(edge.because)} (${sourceIn(texts, edge.source)})`,
  );
  const rules = trigger.rules.map(
    (rule) => `  ${rule.name} (${severityIn(texts, rule.severity)})\n      ${say(rule.holds)}`,
  );
  const blocks = [
    `${trigger.name}: ${say(trigger.summary)}\n${trigger.documentation}`,
    linesIn(texts, `Invocation: ${trigger.invocation}. Retries: ${say(trigger.retries)}`),
    linesIn(
      texts,
      trigger.payloadAt === undefined
        ? "Payload: none of the user's own."
        : `Payload: ${say(trigger.payloadAt)}`,
    ),
    ...(options.length === 0 ? [] : [`${linesIn(texts, 'Options:')}\n${options.join('\n')}`]),
    `${linesIn(texts, 'Edge cases:')}\n${edges.join('\n')}`,
    `${linesIn(texts, 'Rules:')}\n${rules.join('\n')}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function described(trigger: Trigger): object {
  return {
    kind: trigger.name,
    summary: trigger.summary,
    documentation: trigger.documentation,
    invocation: trigger.invocation,
    retries: trigger.retries,
    payloadAt: trigger.payloadAt ?? null,
    options: Object.fromEntries(
      Object.entries(trigger.options).map(([name, { value, about }]) => [name, { value, about }]),
    ),
    edgeCases: trigger.edgeCases.map(({ name, because, source, reports = [] }) => ({
      name,
      because,
      source,
      reports,
    })),
    rules: trigger.rules.map(({ name, holds, severity, source }) => ({ name, holds, severity, source })),
  };
}
