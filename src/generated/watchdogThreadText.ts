// Made by scripts/generate.mjs from src/fuzz/play/watchdogThread.ts and what it imports; do not edit.
export const watchdogThreadText: string = `'use strict';
let node_inspector = require("node:inspector");
let node_worker_threads = require("node:worker_threads");
// src/fuzz/play/watchdogCells.ts
const cell = {
	beats: 0,
	watches: 1,
	begun: 2,
	stops: 3,
	memoryStops: 4,
	longest: 5,
	asked: 6
};
const releaseName = "scf-fixtures.release";
// src/fuzz/play/watchdogThread.ts
var MainThreadWatch = class {
	#cells;
	#growth;
	#stack;
	#urls = new Map();
	#session = new node_inspector.Session();
	#timer = setInterval(() => this.#look(), 25);
	#seen;
	#watch;
	#reason = cell.stops;
	#asked = {
		beat: -1,
		begun: -1
	};
	constructor({ cells, growth, stack }) {
		this.#cells = cells;
		this.#stack = stack;
		this.#growth = growth;
		this.#session.connectToMainThread();
		this.#session.on("Debugger.scriptParsed", ({ params: { scriptId, url } }) => {
			if (url !== "") this.#urls.set(scriptId, url);
		});
		this.#session.on("Debugger.paused", ({ params }) => this.#end(params.callFrames));
	}
	end() {
		clearInterval(this.#timer);
		this.#session.disconnect();
	}
	#look() {
		const begun = this.#at("begun");
		if (this.#at("watches") === 0 || this.#at("beats") !== this.#seen?.beat || begun !== this.#watch?.number) {
			this.#seen = {
				beat: this.#at("beats"),
				sinceMs: performance.now(),
				cpu: process.cpuUsage()
			};
			if (begun !== this.#watch?.number) this.#watch = {
				number: begun,
				bytes: process.memoryUsage.rss()
			};
			return;
		}
		if (process.memoryUsage.rss() - this.#watch.bytes > this.#growth) this.#stop(cell.memoryStops);
		else if (this.#computesTooLong(this.#seen)) this.#stop(cell.stops);
	}
	#computesTooLong({ sinceMs, cpu }) {
		const longestMs = this.#at("longest");
		const { user, system } = process.cpuUsage(cpu);
		return performance.now() - sinceMs >= longestMs && user + system >= 700 * longestMs;
	}
	#stop(reason) {
		this.#reason = reason;
		this.#asked = {
			beat: this.#at("beats"),
			begun: this.#at("begun")
		};
		this.#seen = void 0;
		this.#watch = void 0;
		Atomics.add(this.#cells, cell.asked, 1);
		this.#session.post("Debugger.enable");
		this.#session.post("Debugger.pause");
	}
	#end(frames) {
		if (this.#at("beats") !== this.#asked.beat || this.#at("begun") !== this.#asked.begun || this.#at("watches") === 0) {
			this.#session.post("Debugger.resume");
			this.#session.post("Debugger.disable");
			return;
		}
		const expression = \`globalThis[Symbol.for('\${releaseName}')]()\`;
		this.#session.post("Runtime.evaluate", { expression }, (error, done) => {
			const isReleased = !error && done.exceptionDetails === void 0;
			if (isReleased) {
				this.#tellStack(frames);
				Atomics.add(this.#cells, this.#reason, 1);
			} else clearInterval(this.#timer);
			this.#session.post("Debugger.resume", { terminateOnResume: isReleased }, () => this.#session.post("Debugger.disable"));
		});
	}
	#tellStack(frames) {
		this.#stack.fill(0);
		const lines = frames.map(({ functionName, location: { scriptId, lineNumber, columnNumber = 0 } }) => {
			const place = \`\${this.#urls.get(scriptId) ?? "<anonymous>"}:\${lineNumber + 1}:\${columnNumber + 1}\`;
			return \`    at \${functionName === "" ? place : \`\${functionName} (\${place})\`}\`;
		});
		new TextEncoder().encodeInto(lines.join("\\n"), this.#stack);
	}
	#at(name) {
		return this.#cells[cell[name]] ?? 0;
	}
};
const watches = [];
node_worker_threads.parentPort?.on("message", (start) => {
	watches.pop()?.end();
	if (start !== void 0) watches.push(new MainThreadWatch(start));
});`;
