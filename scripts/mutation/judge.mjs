// What a run over a folder says: functions of Stryker's results, of the tolerated survivors and of the kept scores.
// `sourceOf` gives the text of a file.

const noticed = ['Killed', 'Timeout'];
const missed = ['Survived', 'NoCoverage'];

const cut = (text) => (text.length > 100 ? `${text.slice(0, 99)}…` : text);
const inOneLine = (text) => cut(text.replaceAll(/\s+/g, ' ').trim());
const isSame = (a) => (b) => a.file === b.file && a.line === b.line && a.change === b.change;

/** A mutant in the words in which it is printed and tolerated: the line it is in, and the change. */
export function wordsOf({ fileName, location: { start, end }, replacement }, sourceOf) {
  const lines = sourceOf(fileName).split('\n');
  const inside = lines.slice(start.line - 1, end.line);
  inside[inside.length - 1] = inside.at(-1).slice(0, end.column - 1);
  inside[0] = inside[0].slice(start.column - 1);
  return {
    file: fileName,
    number: start.line,
    line: inOneLine(lines[start.line - 1]),
    change: `${inOneLine(inside.join('\n'))} → ${inOneLine(replacement)}`,
  };
}

/** How many mutants were noticed, which survived, and which tolerated ones a test notices after all. */
export function tallyOf({ results, tolerated, sourceOf }) {
  const of = (states) =>
    results.filter(({ status }) => states.includes(status)).map((result) => wordsOf(result, sourceOf));
  const killed = of(noticed);
  const survivors = of(missed);
  const left = survivors.filter((mutant) => !tolerated.some(isSame(mutant)));
  return {
    mutants: killed.length + survivors.length,
    killed: killed.length,
    timedOut: of(['Timeout']).length,
    tolerated: survivors.length - left.length,
    survivors: left,
    noticedAfterAll: tolerated.filter(
      (entry) => killed.some(isSame(entry)) && !survivors.some(isSame(entry)),
    ),
    score: scoreOf({ killed: killed.length, survived: left.length }),
  };
}

/** Percent, with one decimal, rounded down. */
export function scoreOf({ killed, survived }) {
  return killed + survived === 0 ? 100 : Math.floor((killed / (killed + survived)) * 1000) / 10;
}

/** What is said of tolerated survivors whose line is no longer there. */
export function outdated(tolerated, sourceOf) {
  const isThere = ({ file, line }) =>
    (sourceOf(file) ?? '').split('\n').some((text) => inOneLine(text) === line);
  return tolerated
    .filter((entry) => !isThere(entry))
    .map(
      ({ file, line }) =>
        `Cannot tolerate a change of "${line}" in ${file}: there is no such line. Take it out of test/mutation/tolerated.json.`,
    );
}

/** Why a folder fails; a score is compared with the kept one of the same sample only. */
export function complaintsOf({ folder, tally, sample, kept }) {
  const complaints = tally.noticedAfterAll.map(
    ({ file, line, change }) =>
      `Cannot tolerate "${change}" in "${line}" of ${file}: a test notices it. Take it out of test/mutation/tolerated.json.`,
  );
  if (kept?.sample === sample && tally.score < kept.score)
    complaints.push(
      `Cannot accept ${tally.score} % for ${folder}: it had ${kept.score} %. Write a test that notices a survivor, or say in test/mutation/tolerated.json why none can.`,
    );
  return complaints;
}

/** The kept scores with those of whole folders that have risen, or are of another sample. */
export function raised(scores, rows) {
  const risen = rows.filter(
    ({ folder, sample, isWhole, tally }) =>
      isWhole && (scores[folder]?.sample !== sample || tally.score > scores[folder].score),
  );
  return {
    ...scores,
    ...Object.fromEntries(risen.map(({ folder, sample, tally }) => [folder, { sample, score: tally.score }])),
  };
}

/** Survivors, two lines each. */
export function linesOf(survivors) {
  return survivors
    .map(({ file, number, line, change }) => `  ${file}:${number}  ${line}\n      ${change}`)
    .join('\n');
}

export function tableOf(rows) {
  const head = [
    'folder',
    'mutants',
    'killed',
    'of these timed out',
    'survived',
    'tolerated',
    'score',
    'seconds',
  ];
  const cells = rows.map(({ folder, seconds, tally }) => [
    folder,
    tally.mutants,
    tally.killed,
    tally.timedOut,
    tally.survivors.length,
    tally.tolerated,
    `${tally.score} %`,
    seconds,
  ]);
  return [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** All folders in one line. */
export function sumOf(rows, complaints) {
  const sum = (count) => rows.reduce((total, { tally }) => total + count(tally), 0);
  const timedOut = sum((tally) => tally.timedOut);
  return [
    `${sum((tally) => tally.mutants)} mutants of ${rows.length} folders`,
    `${sum((tally) => tally.killed)} killed${timedOut === 0 ? '' : ` (${timedOut} by a time-out)`}`,
    `${sum((tally) => tally.survivors.length)} survived`,
    `${sum((tally) => tally.tolerated)} tolerated`,
    `${complaints.length} complaints`,
  ].join(', ');
}
