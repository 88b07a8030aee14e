export * as cron from './cron.js';
