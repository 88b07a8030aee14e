import { type Trigger, triggerNamed, triggers } from '../../src/index.js';
import type { CommandModule } from '../shared/command.js';

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
        const chosen = kind === undefined ? undefined : triggerNamed(kind);
        if (flags.json === true) {
          const found = chosen === undefined ? triggers.map(described) : described(chosen);
          await io.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
        } else await io.stdout.write(chosen === undefined ? kindTable() : page(chosen));
      });
  },
};

function kindTable(): string {
  const width = Math.max(...triggers.map((trigger) => trigger.name.length));
  const lines = triggers.map(
    (trigger) =>
      `${trigger.name.padEnd(width)}  ${String(trigger.edgeCases.length).padStart(3)} edge cases  ${trigger.summary}`,
  );
  return `${lines.join('\n')}\n`;
}

function page(trigger: Trigger): string {
  const options = Object.entries(trigger.options).map(
    ([name, { value, about }]) => `  ${name} ${value}: ${about}`,
  );
  const edges = trigger.edgeCases.map((edge) => `  ${edge.name}\n      ${edge.because} (${edge.source})`);
  const rules = trigger.rules.map((rule) => `  ${rule.name} (${rule.severity})\n      ${rule.holds}`);
  const blocks = [
    `${trigger.name}: ${trigger.summary}\n${trigger.documentation}`,
    `Invocation: ${trigger.invocation}. Retries: ${trigger.retries}`,
    trigger.payloadAt === undefined ? "Payload: none of the user's own." : `Payload: ${trigger.payloadAt}`,
    ...(options.length === 0 ? [] : [`Options:\n${options.join('\n')}`]),
    `Edge cases:\n${edges.join('\n')}`,
    `Rules:\n${rules.join('\n')}`,
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
