import { apigw, check, ckafka, sample } from 'scf-fixtures';
import { fuzzReport } from 'scf-fixtures/fuzz';

if (check(apigw, sample(apigw)).length > 0) throw new Error('an event is not valid');
const handler = () => async (event) => event.Records.map(({ Ckafka }) => JSON.parse(Ckafka.msgBody)).length;
const options = { trigger: ckafka, runs: 5, learn: false, maxFailures: 1, store: false };
const { failures } = await fuzzReport(handler, options);
if (failures.length === 0) throw new Error('nothing is found');
