import { type ApigwEvent, apigw, sample, type TimerEvent, timer } from 'scf-fixtures';
import 'scf-fixtures/vitest';
import { expect } from 'vitest';

const event: ApigwEvent = sample(apigw, { seed: 1 });
const fired: TimerEvent = sample(timer, { overrides: { TriggerName: 'x' }, cron: '0 0 9 * * * *' });
expect(event).toBeEventOf('apigw');
expect(fired).not.toHaveStatus(200);
expect(Promise.resolve({})).resolves.toBeValidApigwResponse();
expect({ a: {} }).toEqual({ a: expect.toBeValidApigwResponse() });
// @ts-expect-error a status is a number
expect({}).toHaveStatus('200');
