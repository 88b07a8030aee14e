import { fileURLToPath } from 'node:url';

// The test that users get runs here as it is.
await import(fileURLToPath(new URL('../../templates/tests/websocket/websocket.test.mjs', import.meta.url)));
