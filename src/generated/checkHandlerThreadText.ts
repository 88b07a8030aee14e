// Made by scripts/generate.mjs from src/fakes/serve/checkHandlerThread.ts and what it imports; do not edit.
export const checkHandlerThreadText: string = `'use strict';
let node_worker_threads = require("node:worker_threads");
// src/runtime/findExport.ts
function findExport(loaded, name) {
	const exports = Object(loaded);
	const inner = Object(exports.default);
	const others = Object.keys(exports).filter((other) => typeof exports[other] === "function");
	return {
		found: exports[name] ?? inner[name],
		others
	};
}
// src/fakes/serve/checkHandlerThread.ts
const { url, exportName } = node_worker_threads.workerData;
async function look() {
	let loaded;
	try {
		loaded = await import(url);
	} catch {
		return;
	}
	const { found, others } = findExport(loaded, exportName);
	return {
		isThere: found !== void 0,
		isFunction: typeof found === "function",
		others
	};
}
look().then((finding) => node_worker_threads.parentPort?.postMessage(finding));`;
