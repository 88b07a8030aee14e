import type { RunReport } from '../reports.js';
import { escaped } from './escaped.js';
import { notesOf } from './text.js';

/** A page for people. */
export function htmlOf(report: RunReport): string {
  const { trigger, seed, runs, failures, weakness } = report;
  const told = failures.map(
    ({ oracle, text }) => `<section><h2>${escaped(oracle)}</h2><pre>${escaped(text)}</pre></section>`,
  );
  const notes = notesOf(report).map((note) => `<li>${escaped(note)}</li>`);
  const quiet = weakness.length === 0 ? 'Nothing found.' : `Proves little: ${escaped(weakness.join(' '))}`;
  const result = failures.length === 0 ? quiet : `${failures.length} different failures.`;
  return `${[
    `<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>Fuzzing ${trigger}</title>`,
    '<style>body{font:16px/1.5 system-ui;margin:2rem auto;max-width:60rem;padding:0 1rem}pre{background:#f4f4f4;overflow:auto;padding:1rem}</style>',
    `<h1>Fuzzing ${trigger}</h1>`,
    `<p>${runs} cases, seed ${escaped(String(seed))}. ${result}</p>`,
    ...told,
    ...(notes.length === 0 ? [] : [`<h2>To note</h2>\n<ul>\n${notes.join('\n')}\n</ul>`]),
    '</html>',
  ].join('\n')}\n`;
}
