import type {
  CreateTriggerRequest as SdkCreateTriggerRequest,
  TriggerInfo,
} from 'tencentcloud-sdk-nodejs-scf/tencentcloud/services/scf/v20180416/scf_models.js';
import { expect, expectTypeOf, test } from 'vitest';
import {
  buildTrigger,
  type CreateCmqTrigger,
  type CreateJsonTrigger,
  type CreateTimerTrigger,
  type CreateTriggerRequest,
  checkTrigger,
  type TriggerConfig,
} from '../../src/triggerdesc/index.js';

test('a request of ours is one of the vendor’s SDK', () => {
  expectTypeOf<CreateTriggerRequest>().toExtend<SdkCreateTriggerRequest>();
  expectTypeOf<keyof CreateTimerTrigger>().toEqualTypeOf<keyof SdkCreateTriggerRequest>();
  expectTypeOf<CreateTriggerRequest>().toExtend<TriggerConfig>();
});

test('a request has a type that CreateTrigger takes or took', () => {
  expectTypeOf<CreateTimerTrigger['Type']>().toEqualTypeOf<'timer'>();
  expectTypeOf<CreateJsonTrigger['Type']>().toEqualTypeOf<'cos' | 'ckafka' | 'http' | 'apigw'>();
  expectTypeOf<CreateCmqTrigger['Type']>().toEqualTypeOf<'cmq'>();
});

test('what the SDK lists can be checked as it is', () => {
  expectTypeOf<Pick<TriggerInfo, 'Enable' | 'TriggerName' | 'TriggerDesc' | 'Qualifier'>>().toExtend<
    Omit<TriggerConfig, 'Type'>
  >();
});

test('a built request is written without casts', () => {
  const request: CreateTriggerRequest = {
    Type: 'cos',
    FunctionName: 'resize',
    ...buildTrigger('cos', {
      bucket: 'photos-1250000001',
      region: 'ap-guangzhou',
      event: 'cos:ObjectCreated:*',
    }),
    Enable: 'OPEN',
  };
  const sent: SdkCreateTriggerRequest = request;
  expect(checkTrigger(request)).toEqual([]);
  expect(JSON.parse(sent.TriggerDesc ?? '')).toEqual({
    event: 'cos:ObjectCreated:*',
    filter: { Prefix: '', Suffix: '' },
  });
});

test('wrong requests do not compile', () => {
  const base = { FunctionName: 'f', TriggerName: 't', TriggerDesc: '0 0 9 * * * *' };
  // @ts-expect-error: an unknown type
  const unknownType: CreateTriggerRequest = { ...base, Type: 'kafka' };
  // @ts-expect-error: Enable is OPEN or CLOSE
  const enabled: CreateTriggerRequest = { ...base, Type: 'timer', Enable: true };
  // @ts-expect-error: a timer needs its expression
  const bare: CreateTriggerRequest = { FunctionName: 'f', TriggerName: 't', Type: 'timer' };
  expect([unknownType, enabled, bare].map((request) => checkTrigger(request).length > 0)).toEqual([
    true,
    true,
    true,
  ]);
});
