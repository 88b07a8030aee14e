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
const timersUrl = "node:internal/timers";
const leaveStores = "try { AsyncContextFrame.set(priorContextFrame); } catch {}";
const turnEnds = new Map([["processImmediate", \`outstandingQueue.head = immediate === prevImmediate ? immediate._idleNext
      : immediate._destroyed ? prevImmediate._idleNext : immediate;
    \${leaveStores}\`], ["listOnTimeout", \`if (!timer._idleNext && !timer._idlePrev && !timer._destroyed) {
      if (timer._repeat && timer._idleTimeout !== -1) insert(timer, timer._idleTimeout = timer._repeat, start);
      else {
        timer._destroyed = true;
        if (timer[kHasPrimitive]) delete knownTimersById[asyncId];
        if (timer[kRefed]) timeoutInfo[0]--;
      }
    }
    \${leaveStores}\`]]);
var MainThreadWatch = class {
	#cells;
	#growth;
	#stack;
	#own;
	#urls = new Map();
	#session = new node_inspector.Session();
	#timer = setInterval(() => this.#look(), 25);
	#seen;
	#watch;
	#reason = cell.stops;
	#asked;
	constructor({ cells, growth, stack, own }) {
		this.#own = ["node:", ...own];
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
			begun: this.#at("begun"),
			seen: this.#seen,
			watch: this.#watch
		};
		this.#seen = void 0;
		this.#watch = void 0;
		Atomics.add(this.#cells, cell.asked, 1);
		this.#session.post("Debugger.enable");
		this.#session.post("Debugger.pause");
	}
	#end(frames) {
		const asked = this.#asked;
		if (this.#at("beats") !== asked?.beat || this.#at("begun") !== asked.begun || this.#at("watches") === 0) {
			this.#resume(false);
			return;
		}
		if (frames.every((frame) => this.#isOwn(frame))) {
			this.#seen = asked.seen;
			this.#watch = asked.watch;
			this.#resume(false);
			return;
		}
		const expression = \`globalThis[Symbol.for('\${releaseName}')]()\`;
		this.#session.post("Runtime.evaluate", { expression }, (error, done) => {
			const isReleased = !error && done.exceptionDetails === void 0;
			if (isReleased) {
				this.#endTurns(frames);
				this.#tellStack(frames);
				Atomics.add(this.#cells, this.#reason, 1);
			} else clearInterval(this.#timer);
			this.#resume(isReleased);
		});
	}
	#resume(terminateOnResume) {
		this.#session.post("Debugger.resume", { terminateOnResume }, () => this.#session.post("Debugger.disable"));
	}
	#endTurns(frames) {
		for (const frame of frames) {
			const expression = this.#urlOf(frame) === timersUrl ? turnEnds.get(frame.functionName) : void 0;
			if (expression === void 0) continue;
			this.#session.post("Debugger.evaluateOnCallFrame", {
				callFrameId: frame.callFrameId,
				expression
			});
		}
	}
	#isOwn(frame) {
		const url = this.#urlOf(frame);
		return this.#own.some((start) => url.startsWith(start));
	}
	#urlOf({ location }) {
		return this.#urls.get(location.scriptId) ?? "";
	}
	#tellStack(frames) {
		this.#stack.fill(0);
		const lines = frames.map((frame) => {
			const { functionName, location } = frame;
			const { lineNumber, columnNumber = 0 } = location;
			const place = \`\${this.#urlOf(frame) || "<anonymous>"}:\${lineNumber + 1}:\${columnNumber + 1}\`;
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
