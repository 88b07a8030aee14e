'use strict';
var __awaiter =
  (this && this.__awaiter) ||
  ((thisArg, _arguments, P, generator) =>
    new Promise((resolve, reject) => {
      function fulfilled(value) {
        try {
          step(generator.next(value));
        } catch (e) {
          reject(e);
        }
      }
      function rejected(value) {
        try {
          step(generator['throw'](value));
        } catch (e) {
          reject(e);
        }
      }
      function step(result) {
        result.done ? resolve(result.value) : Promise.resolve(result.value).then(fulfilled, rejected);
      }
      step((generator = generator.apply(thisArg, _arguments || [])).next());
    }));
Object.defineProperty(exports, '__esModule', { value: true });
exports.main_handler = void 0;
const defaults = { theme: 'light', notify: { mail: true, sms: false } };
function merge(target, source) {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      if (typeof target[key] !== 'object' || target[key] === null) target[key] = {};
      merge(target[key], value);
    } else target[key] = value;
  }
  return target;
}
function parsed(event) {
  try {
    const text = event.isBase64Encoded
      ? Buffer.from(event.body || '', 'base64').toString('utf8')
      : event.body;
    const value = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch (_a) {
    return undefined;
  }
}
const main_handler = (event) =>
  __awaiter(void 0, void 0, void 0, function* () {
    const given = parsed(event);
    const headers = { 'Content-Type': 'application/json' };
    if (given === undefined)
      return {
        isBase64Encoded: false,
        statusCode: 400,
        headers,
        body: '{"error":"settings must be an object"}',
      };
    const settings = merge(JSON.parse(JSON.stringify(defaults)), given);
    return { isBase64Encoded: false, statusCode: 200, headers, body: JSON.stringify(settings) };
  });
exports.main_handler = main_handler;
