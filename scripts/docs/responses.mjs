import { code, madeBy, paged, table } from './markdown.mjs';

/** What every reader is shown: values that functions really return, right and wrong. */
const returned = [
  () => undefined,
  () => 'hello',
  () => ({ ok: true }),
  () => ({ statusCode: 200, headers: {}, body: 'hi', isBase64Encoded: false }),
  () => ({ statusCode: '200', headers: {}, body: { id: 1 } }),
  () => ({ errNo: 0, errMsg: 'ok', websocket: { action: 'connecting', secConnectionID: 'id-1' } }),
  () => 10n,
];

/** What each reader of a returned value accepts: its rules, and what becomes of the same values. */
export function responsesPage({ describeIssue }, { responses, judgeResponse, webAnswerRules }) {
  return paged([
    madeBy('the response contracts'),
    '# What the readers of a returned value accept',
    'A function returns a value, and somebody reads it: a gateway, a load balancer, nobody. ' +
      '`checkResponse(kind, value)` of `scf-fixtures/responses` compares the value with what that reader accepts, ' +
      '`renderResponse(kind, value)` gives what the caller receives, and the matchers `toBeValid…Response` are made of both. ' +
      'An error means that the caller receives something else than the function meant; a warning means that it works.',
    ...responses.flatMap((contract) => section(contract, describeIssue, judgeResponse)),
    '## web-answer',
    'A web function returns no value: its server answers over HTTP. `checkWebAnswer(answer)` compares the answer with what the ' +
      'platform passes on; `await expect(response).toBeValidWebResponse()` asks it of a Response of fetch.',
    rulesOf('web-answer', webAnswerRules),
  ]);
}

function section(contract, describeIssue, judgeResponse) {
  const rows = returned.map((value) => {
    const { issues, rendered } = judgeResponse(contract, value());
    const body = new TextDecoder().decode(rendered.body);
    const problems = issues.map(
      (issue) => `${issue.severity === 'warning' ? 'warning: ' : ''}${describeIssue(issue)}`,
    );
    return [
      code(
        value
          .toString()
          .replace(/^\(\) => /, '')
          .replace(/^\((.*)\)$/s, '$1')
          .replaceAll(/\s+/g, ' '),
      ),
      problems.map(escaped).join('<br>'),
      code(`${rendered.status} ${body}`.trim()),
    ];
  });
  return [
    `## ${contract.name}`,
    `Read by ${contract.reader}. [The vendor's page](${contract.documentation})`,
    rulesOf(contract.name, contract.rules),
    table(['returned', 'issues', 'the caller gets'], rows),
  ];
}

function rulesOf(kind, rules) {
  return table(
    ['rule', 'severity', 'what holds', 'source'],
    rules.map(({ name, severity, holds, source }) => [
      code(`${kind}/${name}`),
      typeof severity === 'function'
        ? `${severity({})}; ${severity({ lenient: true })} when lenient`
        : severity,
      escaped(holds),
      source,
    ]),
  );
}

const escaped = (text) => text.replaceAll('<', '&lt;').replaceAll('*', '\\*');
