export { type TimerEvent, timer } from './timer/timer.js';
