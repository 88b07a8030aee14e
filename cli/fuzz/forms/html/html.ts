import { createHash } from 'node:crypto';
import { loadTrigger } from '../../../../src/core.js';
import { findingPage, guideOf, oracles, type RunReport } from '../../../../src/fuzz/index.js';
import { pageIn } from '../../../texts/toldNotes.js';
import type { ToldRun } from '../../reports.js';
import { notesOf } from '../text.js';
import { findingOf } from './finding.js';
import { html, type Markup, type Part } from './markup.js';
import { style } from './style.js';
import { type Texts, textsIn } from './texts.js';

/**
 * A page for people: one file that asks nobody for anything and runs no script.
 */
export async function htmlOf(told: ToldRun): Promise<string> {
  const { report } = told;
  const texts = textsIn(told.texts === undefined ? 'en' : 'zh');
  const say = (await told.texts?.ofKind(report.trigger)) ?? ((english: string) => english);
  const domainOf = (english: string) => told.texts?.domain(english) ?? english;
  const trigger = await loadTrigger(report.trigger);
  const findings = await Promise.all(
    report.failures.map(async (failure, index) =>
      findingOf(failure, index + 1, {
        texts,
        trigger,
        oracle: oracles.find(({ name }) => name === failure.oracle),
        guide: await guideOf(failure.oracle),
        page: pageIn(told.texts, findingPage(failure.oracle)),
        say,
        domainOf,
        frame: told.frameOf(failure),
        again: told.againOf(failure),
      }),
    ),
  );
  const page = html`<body>
<a class="skip" href="#findings">${texts.skip}</a>
<header class="bar"><div><h1>${texts.title(report.trigger)}</h1><p>${told.subject.file} · ${factsOf(report, texts)}</p></div></header>
<main>
${verdictOf(report, texts)}
<div id="findings">${findings.length === 0 ? undefined : html`<h2>${texts.findings}</h2>${listOf(report, texts)}${findings}`}</div>
${notesIn(told, texts)}
${notExercised(report, texts, domainOf)}
</main>
</body>`;
  return `<!doctype html>\n<html lang="${texts.language}">\n${headWith(texts.title(report.trigger)).text}\n${page.text}\n</html>\n`;
}

function headWith(title: string): Markup {
  const digest = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(style)}</style>
</head>`;
}

/** Our own text, in which nothing is to be escaped. */
function raw(text: string): Markup {
  return Object.assign(html``, { text });
}

function factsOf({ runs, seed, invocations }: RunReport, texts: Texts): string {
  return `${texts.facts(texts.cases(runs), String(seed))} · ${texts.invocations(invocations)}`;
}

function verdictOf({ failures, verdict, weakness }: RunReport, texts: Texts): Markup {
  if (failures.length > 0)
    return html`<p class="status invalid"><strong>${texts.broken(failures.length)}</strong></p>`;
  if (verdict === 'nothing-found') return html`<p class="status valid"><strong>${texts.nothing}</strong></p>`;
  const reasons = weakness.map((reason) => html`<p>${reason}</p>`);
  return html`<div class="status remarks"><p><strong>${texts.weak}</strong></p>${reasons}</div>`;
}

function listOf({ failures }: RunReport, texts: Texts): Markup {
  const rows = failures.map(
    ({ oracle, what, count = 1 }, index) =>
      html`<li><a href="#finding-${index + 1}">${oracle}</a> ${what} <span class="quiet">${texts.seen(count)}</span></li>`,
  );
  return html`<ol class="contents">${rows}</ol>`;
}

function notesIn({ report, texts: language }: ToldRun, texts: Texts): Part {
  const notes = notesOf(report, language).map((note) => html`<li>${note}</li>`);
  return html`<section class="panel" aria-labelledby="notes"><h2 id="notes">${texts.notes}</h2>${notes.length === 0 ? html`<p class="quiet">${texts.noNotes}</p>` : html`<ul class="notes">${notes}</ul>`}</section>`;
}

/** The judgements that nobody could make, and how often each other was made. */
function notExercised(
  { asked, weakness }: RunReport,
  texts: Texts,
  domainOf: (english: string) => string,
): Markup {
  const wasAsked = (name: string) => (asked[name] ?? 0) > 0;
  const not = oracles.filter(({ name }) => !wasAsked(name));
  const rows = not.map(
    ({ name, domain }) => html`<tr><th scope="row">${name}</th><td>${domainOf(domain)}</td></tr>`,
  );
  const others = oracles
    .filter(({ name }) => wasAsked(name))
    .map(({ name }) => html`<tr><th scope="row">${name}</th><td>${asked[name]}</td></tr>`);
  const reasons = weakness.map((reason) => html`<p>${reason}</p>`);
  return html`<section class="panel" aria-labelledby="not-exercised"><h2 id="not-exercised">${texts.notExercised}</h2>${reasons}<p>${texts.notAsked(not.length, oracles.length)}. ${texts.notAskedWhy}</p>
<details class="block"><summary>${texts.notAsked(not.length, oracles.length)}</summary><table class="judgements"><thead><tr><th scope="col">${texts.judgement}</th><th scope="col">${texts.domain}</th></tr></thead><tbody>${rows}</tbody></table></details>
<details class="block"><summary>${texts.asked}</summary><table class="judgements"><thead><tr><th scope="col">${texts.judgement}</th><th scope="col">${texts.times}</th></tr></thead><tbody>${others}</tbody></table></details></section>`;
}
