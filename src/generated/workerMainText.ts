// Made by scripts/generate.mjs from src/runtime/worker/workerMain.ts and what it imports; do not edit.
export const workerMainText: string = `'use strict';
// \\0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
let node_worker_threads = require("node:worker_threads");
let node_module = require("node:module");
let node_perf_hooks = require("node:perf_hooks");
let node_url = require("node:url");
let node_util = require("node:util");
let node_v8 = require("node:v8");
let node_path = require("node:path");
let node_async_hooks = require("node:async_hooks");
let node_fs = require("node:fs");
node_fs = __toESM(node_fs, 1);
let node_os = require("node:os");
let node_events = require("node:events");
let node_http = require("node:http");
let node_timers = require("node:timers");
node_timers = __toESM(node_timers, 1);
// src/runtime/wireSize.ts
const wireBytes = Symbol("wireBytes");
function wireSizeOf(result) {
	if (typeof result !== "object" || result === null) return {};
	const sizeBytes = Reflect.get(result, wireBytes);
	return typeof sizeBytes === "number" ? {
		sizeBytes,
		isPlainHttp: true
	} : {};
}
// src/runtime/bootstrap.ts
const modernBootstrap = (handler, event, data, host) => {
	let ended = false;
	let called = false;
	let waits = true;
	let ignored;
	const isAsync = Object.prototype.toString.call(handler) === "[object AsyncFunction]";
	const fail = (thrown, by) => {
		if (ended) return;
		ended = true;
		const error = host.describe(thrown);
		const stackTrace = error.stack ?? \`\${error.message}(callback err is not instance of Error)\`;
		host.end({
			type: "error",
			error,
			stackTrace,
			by,
			waits
		});
	};
	const succeed = (result, by) => {
		if (ended) return;
		let json;
		try {
			json = JSON.stringify(result);
		} catch (thrown) {
			const { message } = host.describe(thrown);
			const error = {
				name: "TypeError",
				message,
				isError: true
			};
			ended = true;
			const stackTrace = \`stringify response to json failed: \${message}\`;
			host.end({
				type: "error",
				error,
				stackTrace,
				by,
				waits
			});
			return;
		}
		ended = true;
		const told = (by === "promise" && ignored === "callback" || by === "idle" && ignored === "return") && ignored !== void 0 && (result === void 0 || by === "idle") ? { ignored } : {};
		host.end({
			type: "result",
			json: json ?? "null",
			by,
			waits,
			...told,
			...wireSizeOf(result)
		});
	};
	const answer = (thrown, result, by) => {
		if (called) return;
		called = true;
		if (thrown === null || thrown === void 0) succeed(result, by);
		else fail(thrown, by);
	};
	const context = Object.assign({
		get callbackWaitsForEmptyEventLoop() {
			return waits;
		},
		set callbackWaitsForEmptyEventLoop(value) {
			waits = Boolean(value);
		},
		getRemainingTimeInMillis: () => host.remainingMs(),
		getContext: () => data,
		done(thrown, result) {
			waits = false;
			answer(thrown, result, "context");
		},
		succeed(result) {
			context.done(null, result);
		},
		fail(thrown) {
			context.done(thrown, null);
		}
	}, data);
	const callback = (thrown, result) => {
		if (isAsync) ignored = "callback";
		else answer(thrown, result, "callback");
	};
	let returned = "ignored";
	try {
		const value = handler(event, context, callback);
		if (value !== null && value !== void 0 && typeof value.then === "function") {
			returned = "thenable";
			value.then((result) => succeed(result, "promise"), (thrown) => fail(thrown, "promise"));
		} else if (value !== void 0) ignored ??= "return";
	} catch (thrown) {
		returned = "threw";
		fail(thrown, "throw");
	}
	return {
		returned,
		holdsAnswer: () => false,
		idle: () => succeed(null, "idle"),
		crash: (thrown) => fail(thrown, "uncaught")
	};
};
function eventCopy(text, how) {
	const event = JSON.parse(text);
	if (how.frozen) freeze(event);
	return event;
}
function freeze(value) {
	if (typeof value !== "object" || value === null) return;
	Object.freeze(value);
	for (const inner of Object.values(value)) freeze(inner);
}
// src/runtime/legacyBootstrap.ts
const legacyBootstrap = ({ followsPromises }) => {
	return (handler, event, data, host) => {
		let ended = false;
		let called = false;
		let waits = true;
		let json;
		let fault;
		let by = "idle";
		const finish = (thrown, result, wait, how) => {
			if (ended) return;
			if (json === void 0) {
				if (how !== "idle" || fault === void 0) by = how;
				if (thrown === null || thrown === void 0) try {
					json = JSON.stringify(result === void 0 ? null : result);
				} catch (problem) {
					json = "faulted";
					const error = host.describe(problem);
					fault = {
						error,
						stackTrace: \`stringify response to json failed: \${error.message}\`
					};
					return;
				}
				else {
					json = "faulted";
					const error = host.describe(thrown);
					fault = {
						error,
						stackTrace: error.isError ? error.message : \`\${error.message}(callback err is not instance of Error)\`
					};
				}
			}
			if (wait) return;
			ended = true;
			if (fault !== void 0) host.end({
				type: "error",
				...fault,
				by,
				waits
			});
			else if (json === void 0) {
				const error = host.describe(new TypeError("Cannot read properties of undefined (reading 'length')"));
				host.end({
					type: "error",
					error,
					stackTrace: error.message,
					by,
					waits
				});
			} else host.end({
				type: "result",
				json,
				by,
				waits
			});
		};
		const answer = (thrown, result, how) => {
			if (called) return;
			called = true;
			finish(thrown, result, waits, how);
		};
		const done = (thrown, result, how) => {
			waits = false;
			answer(thrown, result, how);
		};
		const context = Object.assign({
			get callbackWaitsForEmptyEventLoop() {
				return waits;
			},
			set callbackWaitsForEmptyEventLoop(value) {
				waits = value;
			},
			getRemainingTimeInMillis: () => host.remainingMs(),
			getContext: () => data,
			done: (thrown, result) => done(thrown, result, "context"),
			succeed: (result) => done(null, result, "context"),
			fail: (thrown) => done(thrown, null, "context")
		}, data);
		let returned = "ignored";
		try {
			const value = handler(event, context, (thrown, result) => answer(thrown, result, "callback"));
			if (followsPromises && value && typeof value.then === "function") {
				returned = "thenable";
				value.then((result) => done(null, result, "promise"), (thrown) => done(thrown, null, "promise"));
			}
		} catch (thrown) {
			returned = "threw";
			if (thrown === null || thrown === void 0) {
				const error = host.describe(new TypeError(\`Cannot read properties of \${thrown} (reading 'stack')\`));
				fault = {
					error,
					stackTrace: error.message
				};
				by = "throw";
			} else {
				const error = host.describe(thrown);
				if (error.stack !== void 0) {
					fault = {
						error,
						stackTrace: error.stack
					};
					by = "throw";
				}
			}
		}
		return {
			returned,
			holdsAnswer: () => !ended && (called || returned === "threw"),
			idle: () => finish(null, null, false, "idle"),
			crash: (thrown) => finish(thrown, null, false, "uncaught")
		};
	};
};
// src/runtime/bootstraps.ts
const legacyBootstraps = {
	"Nodejs6.10": legacyBootstrap({ followsPromises: false }),
	"Nodejs8.9": legacyBootstrap({ followsPromises: true })
};
function bootstrapOf(runtime) {
	return legacyBootstraps[runtime] ?? modernBootstrap;
}
// src/kernel/isError.ts
function isError(value) {
	return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}
// src/runtime/describeThrown.ts
function describeThrown(thrown) {
	if (!isError(thrown)) return {
		name: thrown === null ? "null" : typeof thrown,
		message: text(thrown),
		isError: false
	};
	const described = {
		name: text(thrown.name),
		message: text(thrown.message),
		isError: true
	};
	return {
		...described,
		stack: text(thrown.stack ?? \`\${described.name}: \${described.message}\`)
	};
}
function text(value) {
	try {
		return String(value);
	} catch {
		return Object.prototype.toString.call(value);
	}
}
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
// src/runtime/isBuiltScript.ts
const folderOfBuilds = (0, node_path.join)(".scf-fixtures", "built");
function isBuiltScript(path) {
	return path.includes(\`\${node_path.sep}\${folderOfBuilds}\${node_path.sep}\`);
}
// src/runtime/contextStorage.ts
function createContextStorage() {
	return typeof node_async_hooks.AsyncLocalStorage === "function" ? new node_async_hooks.AsyncLocalStorage() : new HookedStorage();
}
var HookedStorage = class {
	#values = new Map();
	#hook = (0, node_async_hooks.createHook)({
		init: (asyncId) => {
			const value = this.getStore();
			if (value !== void 0) this.#values.set(asyncId, value);
		},
		destroy: (asyncId) => void this.#values.delete(asyncId)
	});
	run(value, body) {
		this.#hook.enable();
		const id = (0, node_async_hooks.executionAsyncId)();
		const before = this.#values.get(id);
		this.#values.set(id, value);
		try {
			return body();
		} finally {
			if (before === void 0) this.#values.delete(id);
			else this.#values.set(id, before);
		}
	}
	getStore() {
		return this.#values.get((0, node_async_hooks.executionAsyncId)());
	}
	disable() {
		this.#hook.disable();
		this.#values.clear();
	}
};
// src/runtime/ownTemp.ts
const { mkdtempSync, readdirSync, realpathSync, rmSync, statSync } = node_fs.default;
var OwnTemp = class {
	#path;
	#code;
	#isClosed = false;
	constructor(given) {
		this.#path = given?.path;
		this.#code = given?.code;
	}
	locate(path) {
		const given = (0, node_path.resolve)(path);
		const root = temporaryRoots().find((one) => isWithin(one, given));
		const around = this.#codeAround(given, root);
		if (this.#path !== void 0 && isWithin(this.#path, given)) {
			const path = this.#path;
			return around.some((folder) => isWithin(path, folder)) ? void 0 : given;
		}
		if (root === void 0 || around.length > 0) return void 0;
		return (0, node_path.join)(this.#made(), given.slice(root.length));
	}
	told(text) {
		return this.#path === void 0 ? text : text.split(this.#path).join("/tmp");
	}
	holds(path) {
		const located = this.locate(path);
		if (located === void 0 || this.#path === void 0) return false;
		return isWithin(this.#path, realOf(located));
	}
	close() {
		this.#isClosed = true;
		if (this.#path !== void 0) rmSync(this.#path, {
			recursive: true,
			force: true
		});
	}
	#codeAround(path, root) {
		const cwd = process.cwd();
		return (temporaryRoots().includes(cwd) ? [this.#code] : [this.#code, cwd]).filter((folder) => folder !== void 0 && isWithin(folder, path) && (root === void 0 || isWithin(root, folder)));
	}
	#made() {
		if (this.#path === void 0) {
			this.#path = makeTemporary();
			if (this.#isClosed) rmSync(this.#path, {
				recursive: true,
				force: true
			});
		}
		return this.#path;
	}
};
function makeTemporary() {
	return mkdtempSync((0, node_path.join)(realpathSync((0, node_os.tmpdir)()), \`scf-fixtures-tmp-\${process.pid}-\`));
}
function temporaryRoots() {
	return [...new Set([(0, node_path.resolve)((0, node_os.tmpdir)()), "/tmp"])].sort((one, other) => other.length - one.length);
}
function isWithin(root, path) {
	return path === root || path.startsWith(\`\${root}\${node_path.sep}\`);
}
function realOf(path) {
	try {
		return realpathSync(path);
	} catch {
		return (0, node_path.dirname)(path) === path ? path : (0, node_path.join)(realOf((0, node_path.dirname)(path)), (0, node_path.basename)(path));
	}
}
function pathOf(value) {
	const path = named(value);
	return path === void 0 || /[\\\\/]jest-transform-cache-/.test(path) ? void 0 : path;
}
function named(value) {
	if (value instanceof URL) return value.protocol === "file:" ? (0, node_url.fileURLToPath)(value) : void 0;
	if (typeof value === "string") return (0, node_path.resolve)(value);
	return value instanceof Uint8Array ? (0, node_path.resolve)(Buffer.from(value).toString()) : void 0;
}
// src/runtime/patches.ts
function shared(make) {
	let patches;
	let holders = 0;
	return () => {
		patches ??= make();
		if (holders === 0) applyAll(patches);
		holders++;
		let held = true;
		return () => {
			if (!held) return;
			held = false;
			if (--holders === 0) undoAll(patches ?? []);
		};
	};
}
function applyAll(patches) {
	const applied = [];
	try {
		for (const patch of patches) {
			patch.apply();
			applied.push(patch);
		}
	} catch (error) {
		undoAll(applied);
		throw error;
	}
}
function undoAll(patches) {
	for (const patch of [...patches].reverse()) patch.undo();
}
function replaced(target, name, make) {
	return replacedProperty(target, name, (behind) => {
		const original = () => {
			const kept = behind();
			if (kept === void 0) return inherited(target, name);
			return kept.get === void 0 ? kept.value : Reflect.apply(kept.get, target, []);
		};
		const before = original();
		const value = make(original);
		if (value === before) return void 0;
		const { enumerable = true, configurable = true, writable = true } = behind() ?? {};
		return {
			value,
			enumerable,
			configurable,
			writable
		};
	});
}
function inherited(target, name) {
	const prototype = Reflect.getPrototypeOf(target);
	return prototype === null ? void 0 : Reflect.get(prototype, name, target);
}
const layersOf = new WeakMap();
function replacedProperty(target, name, make) {
	let layer;
	return {
		apply() {
			const before = Object.getOwnPropertyDescriptor(target, name);
			let applied;
			const installed = make(() => applied === void 0 ? before : applied.behind);
			if (installed === void 0) return;
			Object.defineProperty(target, name, installed);
			applied = {
				name,
				installed,
				behind: before
			};
			layer = applied;
			const layers = layersOf.get(target) ?? new Set();
			layersOf.set(target, layers.add(applied));
		},
		undo() {
			if (layer !== void 0) takeOut(target, layer);
			layer = void 0;
		}
	};
}
function takeOut(target, layer) {
	const layers = layersOf.get(target);
	layers?.delete(layer);
	const above = [...layers ?? []].find((other) => other.name === layer.name && isSame(other.behind, layer.installed));
	if (above !== void 0) above.behind = layer.behind;
	if (!isSame(Object.getOwnPropertyDescriptor(target, layer.name), layer.installed)) return;
	if (layer.behind === void 0) Reflect.deleteProperty(target, layer.name);
	else Reflect.defineProperty(target, layer.name, layer.behind);
}
function isSame(one, other) {
	return one !== void 0 && one.value === other.value && one.get === other.get && one.set === other.set;
}
const maxFrames = 50;
const deeper = replaced(Error, "stackTraceLimit", () => maxFrames);
function deepError() {
	deeper.apply();
	try {
		return new Error();
	} finally {
		deeper.undo();
	}
}
function removeGlobal(name) {
	Reflect.deleteProperty(globalThis, name);
}
// src/runtime/temporaryFiles.ts
const { existsSync } = node_fs.default;
const readers = [...[
	"access",
	"exists",
	"lstat",
	"opendir",
	"readFile",
	"readdir",
	"readlink",
	"realpath",
	"stat",
	"statfs"
], ...[
	"createReadStream",
	"openAsBlob",
	"watch",
	"watchFile"
]];
const writers$1 = [
	...[
		"appendFile",
		"chmod",
		"chown",
		"createWriteStream",
		"lchown",
		"lutimes",
		"mkdir",
		"mkdtemp",
		"open",
		"rm"
	].map((name) => [name, [0]]),
	...[
		"rmdir",
		"truncate",
		"unlink",
		"utimes",
		"writeFile"
	].map((name) => [name, [0]]),
	...[
		"copyFile",
		"cp",
		"link",
		"rename",
		"symlink"
	].map((name) => [name, [0, 1]])
];
function ownTemporaryDirectory(current) {
	return [...readers.map((name) => [
		name,
		[0],
		true
	]), ...writers$1.map(([name, at]) => [
		name,
		at,
		false
	])].flatMap(([name, paths, isReader]) => [
		located(node_fs.default, \`\${name}Sync\`, {
			paths,
			isReader,
			current
		}),
		located(node_fs.default, name, {
			paths,
			isReader,
			current
		}),
		located(node_fs.default.promises, name, {
			paths,
			isReader,
			current
		})
	]);
}
function located(owner, member, { paths, isReader, current }) {
	return replaced(owner, member, (original) => {
		const before = original();
		if (typeof before !== "function") return before;
		const call = (...args) => {
			const temp = current();
			const given = [...args];
			for (const at of temp === void 0 ? [] : paths) {
				const path = pathOf(args[at]);
				const own = path === void 0 ? void 0 : temp?.locate(path);
				if (own === void 0 || (isReader || opensToRead(member, args)) && !existsSync(own) && existsSync(String(path))) continue;
				given[at] = /[\\\\/]$/.test(String(args[at])) ? \`\${own}\${node_path.sep}\` : own;
			}
			const run = (list) => Reflect.apply(original(), owner, list);
			const isSame = given.every((arg, at) => arg === args[at]);
			return temp === void 0 || isSame ? run(args) : translated(temp, given, run);
		};
		return Object.defineProperties(call, Object.getOwnPropertyDescriptors(before));
	});
}
function opensToRead(member, [, flags]) {
	if (!/^open(Sync)?$/.test(member)) return false;
	return flags === void 0 || typeof flags === "function" || flags === node_fs.constants.O_RDONLY || /^(r|rs|sr)$/.test(String(flags));
}
function translated(temp, args, run) {
	const done = args.at(-1);
	const given = typeof done === "function" ? [...args.slice(0, -1), (...results) => Reflect.apply(done, void 0, results.map((one) => toldValue(temp, one)))] : args;
	try {
		const result = run(given);
		return result instanceof Promise ? result.then((value) => toldValue(temp, value), (error) => Promise.reject(toldValue(temp, error))) : toldValue(temp, result);
	} catch (error) {
		throw toldValue(temp, error);
	}
}
function toldValue(temp, value) {
	if (typeof value === "string") return value.length < 4096 ? temp.told(value) : value;
	if (!isError(value)) return value;
	value.message = temp.told(value.message);
	for (const name of ["path", "dest"]) {
		const path = Reflect.get(value, name);
		if (typeof path === "string") Reflect.set(value, name, temp.told(path));
	}
	return value;
}
// src/runtime/guardedFiles.ts
const writers = [
	...[
		"writeFile",
		"appendFile",
		"truncate",
		"mkdir",
		"mkdtemp",
		"rm",
		"rmdir",
		"unlink",
		"open"
	].map((name) => [name, 0]),
	...[
		"chmod",
		"chown",
		"lchown",
		"utimes",
		"lutimes"
	].map((name) => [name, 0]),
	...[
		"rename",
		"copyFile",
		"cp",
		"symlink",
		"link"
	].map((name) => [name, 1])
];
const alsoChangeSource = new Set(["rename", "link"]);
const inside = createContextStorage();
const atEnd = {
	apply: () => void 0,
	undo: node_module.syncBuiltinESMExports
};
const atStart = {
	apply: node_module.syncBuiltinESMExports,
	undo: () => void 0
};
function guardedFiles({ temp, judge }) {
	return [
		atEnd,
		...ownTemporaryDirectory(temp),
		...writers.flatMap(([name, target]) => [
			guardedWriter(node_fs.default, \`\${name}Sync\`, {
				name,
				target,
				judge,
				fail: thrown
			}),
			guardedWriter(node_fs.default, name, {
				name,
				target,
				judge,
				fail: calledBack
			}),
			guardedWriter(node_fs.default.promises, name, {
				name,
				target,
				judge,
				fail: (error) => Promise.reject(error)
			})
		]),
		atStart
	];
}
function guardedWriter(owner, member, writer) {
	return replaced(owner, member, (original) => {
		const before = original();
		if (typeof before !== "function") return before;
		const call = guarded(writer, (...args) => Reflect.apply(original(), owner, args));
		return Object.defineProperties(call, Object.getOwnPropertyDescriptors(before));
	});
}
function guarded({ name, target, judge, fail }, call) {
	const write = (...args) => {
		const path = pathOf(args[target]);
		if (inside.getStore() === true || path === void 0) return call(...args);
		if (name === "open" && isForReading(args[1])) return call(...args);
		const data = args[target === 0 ? 1 : 0];
		const verdict = judge({
			name,
			path,
			changed: alsoChangeSource.has(name) ? [path, pathOf(args[0]) ?? path] : [path],
			data
		});
		if (verdict === "unwatched") return call(...args);
		if (verdict === "refused") return fail(readOnly(name, path, write), args);
		const bound = args.map((arg) => typeof arg === "function" ? inCourse(arg) : arg);
		return inside.run(true, () => call(...bound));
	};
	return write;
}
function inCourse(call) {
	const resource = new node_async_hooks.AsyncResource("AsyncResource");
	return (...args) => resource.runInAsyncScope(call, void 0, ...args);
}
function isForReading(flags) {
	if (typeof flags === "number") {
		const { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND } = node_fs.default.constants;
		return (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)) === 0;
	}
	return typeof flags !== "string" || /^(r|rs|sr)$/.test(flags);
}
function isDevice(path) {
	return path === "/dev" || path.startsWith("/dev/");
}
const systemCalls = {
	writeFile: "open",
	appendFile: "open",
	truncate: "open",
	copyFile: "copyfile",
	rm: "unlink",
	utimes: "utime",
	lutimes: "lutime"
};
function readOnly(name, path, write) {
	const syscall = systemCalls[name] ?? name;
	const error = new Error(\`EROFS: read-only file system, \${syscall} '\${path}'\`);
	Error.captureStackTrace(error, write);
	return Object.assign(error, {
		errno: -node_os.constants.errno.EROFS,
		code: "EROFS",
		syscall,
		path
	});
}
function thrown(error) {
	throw error;
}
function calledBack(error, args) {
	const callback = args.at(-1);
	if (typeof callback !== "function") throw error;
	process.nextTick(callback, error);
}
// src/runtime/stackFrame.ts
const placeStart = / \\((?=[\\\\/]|[A-Za-z][\\w+.-]*:|eval at |<anonymous>)/;
const place = /^(.*):(\\d+):(\\d+)$/s;
function stackFrameOf(text) {
	const said = /^\\s*at (.*)$/s.exec(text)?.[1]?.trimEnd();
	if (said === void 0) return void 0;
	const { name, at } = partsOf(said);
	const evaluated = /^eval at (.*\\)), .*$/s.exec(at)?.[1];
	if (evaluated !== void 0) {
		const caller = stackFrameOf(\`at \${evaluated}\`);
		return caller === void 0 ? void 0 : {
			...caller,
			name
		};
	}
	const [, address, line, column] = place.exec(at) ?? [];
	if (address === void 0 || address.startsWith("<anonymous>")) return void 0;
	return {
		name,
		file: fileOf(address),
		line: Number(line),
		column: Number(column)
	};
}
function partsOf(said) {
	const opening = said.endsWith(")") ? placeStart.exec(said)?.index ?? said.indexOf(" (") : -1;
	if (opening >= 0) return {
		name: said.slice(0, opening),
		at: said.slice(opening + 2, -1)
	};
	const name = /^async /.test(said) ? "async" : "";
	return {
		name,
		at: name === "" ? said : said.slice(6)
	};
}
function fileOf(address) {
	const plain = address.replace(/\\?[^?]*$/, "");
	if (!plain.startsWith("file:")) return plain;
	try {
		return (0, node_url.fileURLToPath)(plain);
	} catch {
		return plain;
	}
}
// src/runtime/platformSurroundings.ts
function bePlatform(platform, path, { tell, isForeignFrame }) {
	const told = new Set();
	const tellOnce = (difference) => {
		const { kind } = difference;
		const key = \`\${kind} \${difference.kind === "variable" ? difference.name : difference.path}\`;
		if (told.size === told.add(key).size) return;
		tell(difference);
	};
	const temp = new OwnTemp({
		path: platform.temp,
		code: (0, node_path.dirname)(path)
	});
	shared(() => [...guardedFiles({
		temp: () => temp,
		judge({ name, changed }) {
			const refused = changed.find((one) => !isDevice(one) && !temp.holds(one));
			if (refused === void 0) return "allowed";
			tellOnce({
				kind: "read-only",
				path: refused,
				call: name
			});
			return "refused";
		}
	}), replaced(process, "env", (original) => watchedEnv(original(), platform, {
		tell: tellOnce,
		isForeignFrame
	}))])();
}
function watchedEnv(env, { hereOnly, hidesZone = false }, { tell, isForeignFrame }) {
	const names = new Set(hereOnly);
	const look = (name) => {
		if (!names.has(name) || isOwn(env, name)) return;
		const place = readingPlace(isForeignFrame);
		if (place !== void 0) tell({
			kind: "variable",
			name: String(name),
			at: place
		});
	};
	let hidesTz = hidesZone;
	const isHidden = (name) => hidesTz && name === "TZ" && !isNodeReading(isForeignFrame);
	return new Proxy(env, {
		get(target, name) {
			look(name);
			return isHidden(name) ? void 0 : Reflect.get(target, name);
		},
		has(target, name) {
			look(name);
			return !isHidden(name) && Reflect.has(target, name);
		},
		set(target, name, value) {
			hidesTz &&= name !== "TZ";
			return Reflect.set(target, name, value);
		}
	});
}
function isNodeReading(isForeignFrame) {
	return isOfNode(readerOf(isForeignFrame)?.file ?? "");
}
function readingPlace(isForeignFrame) {
	const reader = readerOf(isForeignFrame);
	if (reader === void 0 || isOfNode(reader.file)) return void 0;
	return /[\\\\/]node_modules[\\\\/]/.test(reader.file) ? void 0 : \`\${reader.file}:\${reader.line}\`;
}
function readerOf(isForeignFrame) {
	return (deepError().stack ?? "").split("\\n").filter((line) => !isForeignFrame(line)).map(stackFrameOf).find((frame) => frame !== void 0);
}
function isOfNode(file) {
	return /^(?:node:|internal\\/|\\w+\\.js$)/.test(file);
}
function isOwn(env, name) {
	return Object.getOwnPropertyDescriptor(env, name) !== void 0;
}
// src/runtime/realTime.ts
const realTimeMs = node_perf_hooks.performance.now.bind(node_perf_hooks.performance);
const { setTimeout: startTimer, setInterval: startInterval } = node_timers.default;
const elapsedTime = () => {
	const start = realTimeMs();
	return () => realTimeMs() - start;
};
// src/runtime/resource.ts
const kindOfType = {
	TCPWRAP: "socket",
	PIPEWRAP: "socket",
	UDPWRAP: "socket",
	TCPSERVERWRAP: "server",
	PIPESERVERWRAP: "server",
	PROCESSWRAP: "process",
	FSREQCALLBACK: "file",
	FSREQPROMISE: "file",
	GETADDRINFOREQWRAP: "dns",
	GETNAMEINFOREQWRAP: "dns",
	QUERYWRAP: "dns",
	ZLIB: "compression"
};
const inert = new Set("TickObject Microtask FILEHANDLE FILEHANDLECLOSEREQ SHUTDOWNWRAP WRITEWRAP TCPCONNECTWRAP PIPECONNECTWRAP PIPECONNECTREQWRAP HTTPCLIENTREQUEST HTTPINCOMINGMESSAGE HTTPPARSER TLSWRAP SIGNALWRAP TTYWRAP bound-anonymous-fn AsyncResource".split(" "));
function isInert(type) {
	return inert.has(type);
}
function isTimer({ type }) {
	return type === "Timeout" || type === "Immediate";
}
function wasCleared({ target }) {
	return target._destroyed === true && target._onTimeout === null;
}
function isFileRequest(type) {
	return kindOfType[type] === "file";
}
function activeRequests() {
	const list = Reflect.get(process, "_getActiveRequests");
	return typeof list === "function" ? list.call(process) : [];
}
function keepsLoopAlive({ type, target, made }, requests) {
	if (target._destroyed !== void 0) return !target._destroyed && target.hasRef?.() !== false;
	if (type === "ZLIB") return target.buffer !== null && target.buffer !== void 0;
	if (typeof target.hasRef === "function") return target.hasRef() && !isClosing(target);
	return requests.includes(target) && !/at (\\w+\\.)?close /.test(made.stack ?? "");
}
function isClosing(target) {
	const symbol = Object.getOwnPropertySymbols(target).find((one) => one.description === "owner_symbol");
	if (symbol === void 0) return false;
	const { destroyed, writableEnded } = target[symbol] ?? {};
	return destroyed === true || writableEnded === true;
}
function mayLiveAgain({ type, target }) {
	return type === "ZLIB" || target._destroyed !== true && target.hasRef !== void 0;
}
function isUnseen({ type, target }) {
	return target._destroyed === void 0 && kindOfType[type] === void 0;
}
function lateWorkOf({ type, target, made }, isForeignFrame) {
	const at = handlerFrame(made, isForeignFrame);
	let kind = kindOfType[type] ?? "handle";
	if (type === "Immediate") kind = "immediate";
	if (type === "Timeout") kind = typeof target._repeat === "number" ? "interval" : "timer";
	return {
		kind,
		what: type,
		...at === void 0 ? {} : { at }
	};
}
function handlerFrame(made, isForeignFrame) {
	for (const line of (made.stack ?? "").split("\\n").slice(1)) {
		if (!(0, node_path.isAbsolute)(stackFrameOf(line)?.file ?? "") || line.includes("node_modules") || isForeignFrame(line)) continue;
		return line.trim().replace(/^at (async )?/, "");
	}
}
function isOfLibrary(made, isForeignFrame) {
	return (made.stack ?? "").split("\\n").slice(1).find((line) => (0, node_path.isAbsolute)(stackFrameOf(line)?.file ?? "") && !isForeignFrame(line))?.includes("node_modules") === true;
}
function runOutSoon({ target }) {
	if (typeof target._repeat === "number" || typeof target.refresh !== "function") return;
	target._idleTimeout = 1;
	target.refresh();
}
// src/runtime/workTracker.ts
const maxPromises = 50;
const maxFiles = 50;
function createWorkTracker(isForeignFrame) {
	const storage = createContextStorage();
	const currentWork = () => {
		const work = storage.getStore();
		if (work === void 0 || !work.isOver || work.siblings.size !== 1) return work;
		return tracked([...work.siblings][0]);
	};
	const hook = (0, node_async_hooks.createHook)({ init(_asyncId, type, _triggerId, target) {
		const work = currentWork();
		if (work === void 0) return;
		work.touched = true;
		if (type === "PROMISE") {
			if (work.watchesPromises && work.promises.length < maxPromises) work.promises.push(new Error());
			return;
		}
		if (type === "TickObject") {
			const first = target.args?.[0];
			noteRequest(work, first);
			noteStream(work, first);
		}
		if (isFileRequest(type) && work.fileRequests.length < maxFiles) work.fileRequests.push(deepError());
		if (!isInert(type)) work.resources.push({
			type,
			target,
			made: new Error()
		});
	} });
	let watchers = 0;
	const seenRequests = new WeakSet();
	const noteRequest = (work, request) => {
		if (!(request instanceof node_http.ClientRequest) || seenRequests.has(request)) return;
		seenRequests.add(request);
		const what = \`\${request.method} \${request.protocol}//\${request.getHeader("host")}\${request.path}\`;
		const end = tracker.beginCall(work, what);
		request.once("response", () => end());
		request.once(node_events.errorMonitor, () => end());
		request.once("close", () => end({ abandoned: true }));
	};
	const noteStream = (work, stream) => {
		if (!(stream instanceof node_fs.WriteStream || stream instanceof node_fs.ReadStream)) return;
		const { streams } = tracked(work);
		if (streams.length < maxFiles && streams.every((one) => one.stream !== stream)) streams.push({
			stream,
			made: deepError()
		});
	};
	const lateOf = (work, resource) => {
		const late = lateWorkOf(resource, isForeignFrame);
		if (late.kind !== "file") return late;
		const open = work.streams.find(({ stream }) => !stream.closed);
		const makers = [...open === void 0 ? [] : [open.made], ...work.fileRequests];
		const at = late.at ?? makers.map((made) => handlerFrame(made, isForeignFrame)).find((one) => one);
		const path = open?.stream.path.toString();
		return {
			...late,
			...at === void 0 ? {} : { at },
			...path === void 0 ? {} : { path }
		};
	};
	const lateTimersAndCalls = (work) => work.waiting.flatMap(({ resource, call }) => {
		const found = [];
		if (call !== void 0 && call.given !== "abandoned") found.push({
			kind: "call",
			what: call.what
		});
		if (resource === void 0 || wasCleared(resource)) return found;
		const late = lateOf(work, resource);
		if (late.kind !== "immediate" || late.at !== void 0) found.push(late);
		return found;
	});
	const lateResources = (work, waits) => live(work).filter((resource) => !isTimer(resource)).map((resource) => lateOf(work, resource)).filter(({ kind }) => waits || ![
		"socket",
		"server",
		"handle"
	].includes(kind));
	const latePromises = (work) => {
		const places = work.promises.map((made) => handlerFrame(made, isForeignFrame));
		return [...new Set(places.filter((at) => at !== void 0))].map((at) => ({
			kind: "promise",
			what: "await",
			at
		}));
	};
	const tracker = {
		open(requestId, siblings) {
			return {
				requestId,
				siblings,
				answered: false,
				isOver: false,
				lateErrors: [],
				owner: void 0,
				resources: [],
				calls: new Set(),
				promises: [],
				streams: [],
				fileRequests: [],
				watchesPromises: false,
				unseen: false,
				touched: false,
				waiting: []
			};
		},
		run(work, body) {
			tracked(work).siblings.add(work);
			return storage.run(tracked(work), body);
		},
		current: currentWork,
		close(work) {
			work.isOver = true;
			tracked(work).siblings.delete(work);
		},
		beginCall(work, what) {
			const call = {
				what,
				given: "open"
			};
			tracked(work).calls.add(call);
			if (work.answered) tracked(work).waiting.push({ call });
			return ({ abandoned = false } = {}) => {
				if (call.given !== "open") return;
				call.given = abandoned ? "abandoned" : "ended";
				tracked(work).calls.delete(call);
			};
		},
		answer(given, { isAsyncReturn }) {
			const work = tracked(given);
			work.answered = true;
			work.watchesPromises = isAsyncReturn;
			if (work.calls.size > 0) work.waiting = [...work.calls].map((call) => ({ call }));
			if (work.resources.length > 0) {
				for (const resource of live(work)) if (isTimer(resource)) work.waiting.push({ resource });
			}
		},
		async judge(given, { waits }) {
			const work = tracked(given);
			await new Promise((turn) => (0, node_timers.setImmediate)(turn));
			work.watchesPromises = false;
			const [file] = live(work).filter(({ type }) => isFileRequest(type)).map((resource) => lateOf(work, resource));
			for (let turns = 0; turns < 3 && live(work).some((resource) => !isTimer(resource)); turns++) await new Promise((turn) => (0, node_timers.setImmediate)(turn));
			const resources = lateResources(work, waits);
			const files = file === void 0 || resources.some(({ kind }) => kind === "file") ? [] : [file];
			const found = [
				...lateTimersAndCalls(work),
				...files,
				...resources,
				...latePromises(work)
			];
			work.promises.length = 0;
			work.waiting = [];
			work.siblings.delete(work);
			work.isOver = found.length === 0;
			return found;
		},
		alive(given) {
			const work = tracked(given);
			const calls = [...work.calls].map(({ what }) => ({
				kind: "call",
				what
			}));
			return [...live(work).map((resource) => lateOf(work, resource)), ...calls];
		},
		isSurelyIdle(given) {
			const work = tracked(given);
			return work.calls.size === 0 && live(work).length === 0 && !work.unseen;
		},
		isUntouched: (work) => !tracked(work).touched,
		hasten(given) {
			for (const resource of live(tracked(given))) if (resource.type === "Timeout" && isOfLibrary(resource.made, isForeignFrame)) runOutSoon(resource);
		},
		async drain(given, { limitMs, holds, stopwatch = elapsedTime }) {
			const work = tracked(given);
			const passedMs = stopwatch();
			for (let round = 0; work.calls.size > 0 || live(work).length > 0; round++) {
				if (passedMs() >= limitMs) return false;
				await new Promise((turn) => {
					const timer = round < 4 ? (0, node_timers.setImmediate)(turn) : startTimer(turn, Math.min(round - 3, 16));
					if (!holds) timer.unref();
				});
			}
			return true;
		},
		watch() {
			if (watchers++ === 0) hook.enable();
			let watching = true;
			return () => {
				if (!watching) return;
				watching = false;
				if (--watchers > 0) return;
				hook.disable();
				storage.disable();
			};
		}
	};
	return tracker;
}
function tracked(work) {
	return work;
}
function live(work) {
	if (work.resources.length === 0) return [];
	const requests = activeRequests();
	const still = [];
	const kept = [];
	for (const resource of work.resources) if (keepsLoopAlive(resource, requests)) {
		still.push(resource);
		kept.push(resource);
	} else if (mayLiveAgain(resource)) kept.push(resource);
	else work.unseen ||= isUnseen(resource);
	work.resources = kept;
	return still;
}
// src/runtime/nodeInstance.ts
var NodeInstance = class {
	#port;
	#tracker;
	#siblings = new Set();
	#running;
	#work;
	#isJudged = true;
	#loadErrors;
	constructor(port) {
		this.#port = port;
		this.#tracker = createWorkTracker((line) => port.isForeignFrame(line));
	}
	async start({ path, exportName, format: moduleFormat, platform }) {
		if (platform !== void 0) bePlatform(platform, path, {
			tell: (difference) => this.#port.say({
				type: "differs",
				difference
			}),
			isForeignFrame: (line) => this.#port.isForeignFrame(line)
		});
		this.#takeOutput();
		this.#tracker.watch();
		process.on("uncaughtException", (thrown) => this.#takeError(thrown));
		process.on("beforeExit", () => this.#takeIdle());
		if (isBuiltScript(path)) process.setSourceMapsEnabled?.(true);
		const started = node_perf_hooks.performance.now();
		let loaded;
		this.#loadErrors = platform === void 0 ? void 0 : [];
		try {
			loaded = moduleFormat === "commonjs" ? (0, node_module.createRequire)(path)(path) : await import((0, node_url.pathToFileURL)(path).href);
			if (platform !== void 0) await new Promise((turn) => void setImmediate(turn));
			for (const thrown of this.#loadErrors?.splice(0) ?? []) throw thrown;
		} catch (thrown) {
			const initMs = node_perf_hooks.performance.now() - started;
			this.#port.say({
				type: "load-failed",
				error: describeThrown(thrown),
				initMs
			});
			return;
		}
		this.#loadErrors = void 0;
		const { found, others } = findExport(loaded, exportName);
		if (typeof found !== "function") {
			this.#port.say({
				type: "no-export",
				isThere: found !== void 0,
				others
			});
			return;
		}
		this.#port.listen((call) => {
			this.#port.unref();
			this.#invoke(found, call);
		});
		this.#port.say({
			type: "loaded",
			initMs: node_perf_hooks.performance.now() - started
		});
	}
	#takeOutput() {
		const write = (level, text) => this.#port.say({
			type: "log",
			line: {
				level,
				text
			}
		});
		for (const level of [
			"log",
			"info",
			"warn",
			"error",
			"debug"
		]) console[level] = (...args) => write(level, (0, node_util.format)(...args));
		for (const stream of ["stdout", "stderr"]) {
			const writeChunk = (chunk, ...rest) => {
				const text = Buffer.from(chunk).toString();
				write(stream, text.replace(/\\n$/, ""));
				const done = rest[rest.length - 1];
				if (typeof done === "function") process.nextTick(done);
				return true;
			};
			process[stream].write = writeChunk;
		}
	}
	#takeError(thrown) {
		if (this.#loadErrors !== void 0) this.#loadErrors.push(thrown);
		else if (this.#work === void 0 || this.#running === void 0 || this.#work.answered) {
			const error = describeThrown(thrown);
			this.#work?.lateErrors.push(error);
			this.#port.say({
				type: "late-error",
				error
			});
		} else this.#running.crash(thrown);
	}
	#takeIdle() {
		if (this.#work !== void 0 && !this.#work.answered) this.#running?.idle();
		else if (this.#isJudged) {
			this.#port.say({ type: "drained" });
			this.#port.ref();
		}
	}
	#invoke(handler, call) {
		const started = node_perf_hooks.performance.now();
		const work = this.#tracker.open(call.data.request_id, this.#siblings);
		this.#work = work;
		this.#running = void 0;
		this.#isJudged = false;
		const event = eventCopy(call.eventText, { frozen: call.frozenEvent });
		this.#running = this.#tracker.run(work, () => bootstrapOf(call.runtime)(handler, event, call.data, {
			end: (end) => this.#finish(work, end, started),
			describe: describeThrown,
			remainingMs: () => Math.max(0, Math.round(call.timeoutMs - (node_perf_hooks.performance.now() - started)))
		}));
	}
	#finish(work, end, started) {
		this.#tracker.answer(work, { isAsyncReturn: "by" in end && end.by === "promise" });
		const durationMs = node_perf_hooks.performance.now() - started;
		this.#port.say({
			type: "end",
			end,
			durationMs,
			memoryBytes: memoryBytes()
		});
		this.#tracker.judge(work, { waits: "waits" in end ? end.waits : true }).then((lateWork) => {
			this.#isJudged = true;
			this.#port.say({
				type: "judged",
				lateWork,
				lateErrors: work.lateErrors
			});
		});
	}
};
function memoryBytes() {
	const { used_heap_size, external_memory } = (0, node_v8.getHeapStatistics)();
	return used_heap_size + external_memory;
}
// src/runtime/worker/workerMain.ts
function portOf(port) {
	return {
		say: (message) => port.postMessage(message),
		listen: (take) => port.on("message", take),
		ref: () => port.ref(),
		unref: () => port.unref(),
		isForeignFrame: (line) => line.includes("[worker eval]")
	};
}
for (const name of [
	"exports",
	"module",
	"require",
	"__filename",
	"__dirname"
]) removeGlobal(name);
if (node_worker_threads.parentPort !== null) new NodeInstance(portOf(node_worker_threads.parentPort)).start(node_worker_threads.workerData);`;
