export { payloadOf } from './payloadOf.js';
