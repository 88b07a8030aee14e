import type { Trigger } from '../../../../src/core.js';
import type { Guide, Oracle, ReportedFailure } from '../../../../src/fuzz/index.js';
import type { CodeFrame } from '../../reports.js';
import { headOf } from '../headOf.js';
import { differenceOf } from './difference.js';
import { eventOf } from './eventTree.js';
import { html, type Markup, type Part } from './markup.js';
import type { Texts } from './texts.js';
import { timelineOf } from './timeline.js';

/** What a finding is shown with. */
export interface FindingParts {
  readonly texts: Texts;
  /** A sentence of the kind, and the domain of an oracle, in the language of the page. */
  readonly say: (english: string) => string;
  readonly domainOf: (english: string) => string;
  readonly trigger: Trigger;
  /** The oracle that found it; left out for what no oracle finds. */
  readonly oracle?: Oracle | undefined;
  readonly guide?: Guide | undefined;
  /** Where the page on it is. */
  readonly page: string;
  readonly frame?: CodeFrame | undefined;
  /** The command that tries it again. */
  readonly again: string;
}

/** One failure as a section of the page. */
export function findingOf(failure: ReportedFailure, number: number, parts: FindingParts): Markup {
  const { texts, trigger, oracle } = parts;
  const { execution, compared, count = 1, run, storedAt, what } = failure;
  const id = `finding-${number}`;
  const facts = [
    texts.seen(count),
    run < 0 ? texts.fromStore : texts.fromCase(run),
    ...(storedAt === undefined ? [] : [`${texts.stored} ${storedAt}`]),
  ].map((fact) => html`<li class="chip">${fact}</li>`);
  const events = execution?.events ?? [failure.case.event];
  return html`<section class="panel finding" id="${id}" aria-labelledby="${id}-name">
<header><h3 id="${id}-name"><span class="mark">${number}</span> ${failure.oracle}</h3><p class="what">${what}</p><ul class="facts">${facts}</ul></header>
<div class="sides"><div class="side expected"><h4>${texts.expected}</h4><p>${lawOf(parts, failure)}</p>${oracle === undefined ? undefined : html`<p class="quiet">${parts.domainOf(oracle.domain)}</p>`}</div>
<div class="side happened"><h4>${texts.happened}</h4><pre>${detailOf(failure)}</pre></div></div>
${execution === undefined ? undefined : html`<h4>${texts.delivery}</h4>${timelineOf(execution, `${texts.delivery}, ${failure.oracle}`, texts)}`}
${execution === undefined || compared === undefined ? undefined : html`<details class="block"><summary>${texts.comparedWith}</summary>${timelineOf(compared, `${texts.comparedWith}, ${failure.oracle}`, texts)}</details><h4>${texts.difference}</h4>${differenceOf({ before: compared, after: execution }, texts)}`}
${frameOf(parts)}
${events.map((event, at) => html`<details class="block" open><summary>${events.length === 1 ? texts.theEvent : texts.events(at)}</summary>${eventOf(trigger, event, parts)}</details>`)}
${mendOf(parts)}
<h4>${texts.again}</h4><pre class="command">${parts.again}</pre>
</section>`;
}

/** The law of a finding; that of the process itself stands in the first line of what is told. */
function lawOf({ oracle, guide, texts }: FindingParts, failure: ReportedFailure): string {
  if (texts.language !== 'en' && guide !== undefined) return guide.zh.law;
  const [first = ''] = failure.text.split('\n');
  return oracle?.holds ?? first.slice(failure.oracle.length + 2);
}

function detailOf(failure: ReportedFailure): string {
  if (failure.detail !== undefined) return failure.detail;
  return headOf(failure)
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^ {2}/, ''))
    .join('\n');
}

/** The lines around the place in the code. */
function frameOf({ frame, texts }: FindingParts): Part {
  if (frame === undefined) return undefined;
  const { file, line, first, lines } = frame;
  const width = String(first + lines.length).length;
  const rows = lines.map((text, index) => {
    const at = first + index;
    const shown = html`<span class="at">${String(at).padStart(width)}</span> ${text}\n`;
    return at === line ? html`<mark>${shown}</mark>` : shown;
  });
  return html`<h4>${texts.code} <small>${file}:${line}</small></h4><pre class="frame">${rows}</pre>`;
}

/** The guide to this kind of finding, and its page. */
function mendOf({ guide, page, texts }: FindingParts): Part {
  const link = html`<p class="quiet">${texts.page}: <a href="${page}">${page}</a></p>`;
  if (guide === undefined) return html`<h4>${texts.mend}</h4>${link}`;
  const how = texts.language === 'en' ? guide.mend : guide.zh.mend;
  const example = (name: string, code: string) => html`<div><h5>${name}</h5><pre>${code}</pre></div>`;
  return html`<details class="block"><summary>${texts.mend}</summary><p>${how}</p><div class="sides">${example(texts.bad, guide.bad)}${example(texts.good, guide.good)}</div>${link}</details>`;
}
