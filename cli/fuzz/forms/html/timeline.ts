import type {
  ReportedCall,
  ReportedExecution,
  ReportedStep,
  ReportedValue,
} from '../../../../src/fuzz/index.js';
import { folded, html, type Markup, type Part } from './markup.js';
import type { Texts } from './texts.js';

const maxSteps = 40;
/** Further instances share the last lane. */
export const maxLanes = 6;
const maxShown = 240;

/** An execution as lanes, one for each instance, from the top down. */
export function timelineOf(execution: ReportedExecution, name: string, texts: Texts): Markup {
  const { events, steps, delivered, timeZone, locale } = execution;
  const instances = [...new Set(steps.map(({ instance }) => instance))].sort((a, b) => a - b);
  const lanes = Math.max(1, Math.min(maxLanes, instances.length));
  const laneOf = (instance: number) => Math.min(instances.indexOf(instance), maxLanes - 1) + 1;
  const rows = rowsOf(steps.slice(0, maxSteps), laneOf);
  const cards = steps.slice(0, maxSteps).map((step, index) => {
    const lane = laneOf(step.instance);
    return html`<li class="step lane-${lane} row-${rows[index]}">${cardOf(step, events.length, texts)}</li>`;
  });
  const heads = instances
    .slice(0, maxLanes)
    .map((instance, at) => html`<span class="lane-${at + 1}">${texts.instance(instance)}</span>`);
  const surroundings = [
    ...(timeZone === undefined ? [] : [texts.zone(timeZone)]),
    ...(locale === undefined ? [] : [texts.locale(locale)]),
  ].map((text) => html`<p class="chip">${text}</p>`);
  const lost = delivered.filter(({ result }) => result === 'dead-letter');
  return html`${surroundings}<div class="scroll" tabindex="0" role="region" aria-label="${name}"><div class="lanes of-${lanes}" aria-hidden="true">${heads}</div><ol class="steps of-${lanes}">${cards}</ol></div>${steps.length > maxSteps ? html`<p class="quiet">${texts.moreSteps(steps.length - maxSteps)}</p>` : undefined}${lost.length > 0 ? html`<p class="quiet">${texts.lostEvent('dead letter')}</p>` : undefined}`;
}

/** What happens at the same time stands in one row. */
function rowsOf(steps: readonly ReportedStep[], laneOf: (instance: number) => number): number[] {
  let row = 0;
  let atMs: number | undefined;
  let taken = new Set<number>();
  return steps.map((step) => {
    const lane = laneOf(step.instance);
    if (step.atMs !== atMs || taken.has(lane)) {
      row++;
      taken = new Set();
    }
    atMs = step.atMs;
    taken.add(lane);
    return row;
  });
}

function cardOf(step: ReportedStep, events: number, texts: Texts): Markup {
  const { instance, attempt, isCold, isSlow, calls } = step;
  const again = attempt > 1 ? html` <span class="chip odd">${texts.attempt(attempt)}</span>` : undefined;
  return html`<p class="when"><time>${clock(step.atMs)}</time> <strong>${texts.event(step.event, events)}</strong>${again} <span class="quiet">${texts.instance(instance)}, ${isCold ? texts.cold : texts.warm}</span></p>${isSlow ? html`<p class="remark">${texts.slow}</p>` : undefined}${callsOf(calls, step, texts)}${endOf(step, texts)}${logOf(step, texts)}`;
}

function callsOf(calls: readonly ReportedCall[], step: ReportedStep, texts: Texts): Markup {
  if (calls.length === 0) return html`<p class="quiet">${texts.noCalls}</p>`;
  const rows = calls.map((call, index) => {
    const isLost = step.fault?.call === index + 1 && step.fault.kind === 'lost-answer';
    const marks = [
      isLost ? texts.lostAnswer : texts.states[call.state],
      ...(call.isLate ? [texts.late] : []),
      ...(call.isMadeUp ? [texts.madeUp] : []),
    ];
    const isOdd = isLost || call.isLate || !['done', 'declined'].includes(call.state);
    return html`<li class="call ${isOdd ? 'odd' : 'fine'}"><code>${call.name}</code> <div class="args">${folded(jsonOf(call.args), maxShown, texts.characters)}</div> <span class="mark">${marks.join(', ')}</span></li>`;
  });
  return html`<ul class="calls" aria-label="${texts.calls}">${rows}</ul>`;
}

function endOf(step: ReportedStep, texts: Texts): Markup {
  const { answer, error, stopped, statusCode, status } = step;
  if (stopped !== undefined) {
    const at = stopped.at === undefined ? undefined : html` <code>${stopped.at}</code>`;
    return html`<p class="end bad">${texts.stopped[stopped.reason] ?? stopped.reason}${at}</p>`;
  }
  if (answer !== undefined)
    return html`<div class="end"><span class="quiet">${texts.answers}</span> <div class="code">${folded(jsonOf(answer), maxShown, texts.characters)}</div></div>`;
  if (error === undefined)
    return html`<p class="end bad"><span class="quiet">${texts.ends}</span> <strong>${statusCode} ${status}</strong></p>`;
  const stack =
    error.stack === undefined
      ? undefined
      : html`<details><summary>${texts.stack}</summary><pre>${error.stack}</pre></details>`;
  return html`<div class="end bad"><div><span class="quiet">${texts.ends}</span> <strong>${error.name}</strong>: ${folded(error.message, maxShown, texts.characters)}</div>${stack}</div>`;
}

function logOf({ log, moreLog = 0 }: ReportedStep, texts: Texts): Part {
  if (log.length === 0) return undefined;
  const lines = log.map(({ level, text }) => html`<li><span class="quiet">${level}</span> ${text}</li>`);
  const more = moreLog > 0 ? html`<li class="quiet">${texts.more(moreLog)}</li>` : undefined;
  return html`<details><summary>${texts.log(log.length + moreLog)}</summary><ul class="log">${lines}${more}</ul></details>`;
}

/** A value as JSON on one line, or its beginning. */
export function jsonOf(shown: ReportedValue): string {
  return 'value' in shown ? JSON.stringify(shown.value) : `${shown.beginning}… (${shown.characters})`;
}

function clock(atMs: number): string {
  const seconds = Math.floor(atMs / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
