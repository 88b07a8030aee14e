export {
  checkResponse,
  type ResponseKind,
  renderResponse,
  responseNamed,
  responses,
} from './checkResponse.js';
export {
  checkWebAnswer,
  type WebAnswer,
  type WebAnswerContext,
  type WebAnswerRule,
  webAnswerRules,
} from './checkWebAnswer.js';
export {
  defineResponse,
  type ResponseContext,
  type ResponseContract,
  type ResponseRule,
} from './defineResponse.js';
export { type JudgedResponse, judgeResponse } from './judgeResponse.js';
export type { RenderedResponse } from './renderedResponse.js';
export type { ReturnedValue } from './returnedValue.js';
