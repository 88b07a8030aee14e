export {
  checkResponse,
  type ResponseKind,
  renderResponse,
  responseNamed,
  responses,
} from './checkResponse.js';
export {
  defineResponse,
  type RenderedResponse,
  type ResponseContext,
  type ResponseContract,
  type ResponseRule,
} from './defineResponse.js';
export { type JudgedResponse, judgeResponse } from './judgeResponse.js';
