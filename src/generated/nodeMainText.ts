// Made by scripts/generate.mjs from src/runtime/node/nodeMain.ts and what it imports; do not edit.
export const nodeMainText = `'use strict';
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
let node_fs = require("fs");
node_fs = __toESM(node_fs, 1);
let node_net = require("net");
let node_module = require("module");
let node_perf_hooks = require("perf_hooks");
let node_url = require("url");
let node_util = require("util");
let node_v8 = require("v8");
let node_path = require("path");
let node_async_hooks = require("async_hooks");
let node_os = require("os");
let node_events = require("events");
let node_http = require("http");
let node_timers = require("timers");
node_timers = __toESM(node_timers, 1);
// src/runtime/bootstrap.ts
const modernBootstrap = (handler, event, data, host) => {
	let ended = false;
	let called = false;
	let waits = true;
	let ignored;
	const isAsync = Object.prototype.toString.call(handler) === "[object AsyncFunction]";
	const fail = (thrown, by) => {
		var _error$stack;
		if (ended) return;
		ended = true;
		const error = host.describe(thrown);
		const stackTrace = (_error$stack = error.stack) !== null && _error$stack !== void 0 ? _error$stack : \`\${error.message}(callback err is not instance of Error)\`;
		host.end({
			type: "error",
			error,
			stackTrace,
			by,
			waits
		});
	};
	const succeed = (result, by) => {
		var _json;
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
			json: (_json = json) !== null && _json !== void 0 ? _json : "null",
			by,
			waits,
			...told
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
		var _ignored;
		const value = handler(event, context, callback);
		if (value !== null && value !== void 0 && typeof value.then === "function") {
			returned = "thenable";
			value.then((result) => succeed(result, "promise"), (thrown) => fail(thrown, "promise"));
		} else if (value !== void 0) (_ignored = ignored) !== null && _ignored !== void 0 || (ignored = "return");
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
	var _legacyBootstraps$run;
	return (_legacyBootstraps$run = legacyBootstraps[runtime]) !== null && _legacyBootstraps$run !== void 0 ? _legacyBootstraps$run : modernBootstrap;
}
// src/runtime/describeThrown.ts
function describeThrown(thrown) {
	var _error$stack;
	const isError = thrown instanceof Error || Object.prototype.toString.call(thrown) === "[object Error]";
	if (!isError) return {
		name: thrown === null ? "null" : typeof thrown,
		message: text(thrown),
		isError
	};
	const error = thrown;
	const described = {
		name: text(error.name),
		message: text(error.message),
		isError
	};
	return {
		...described,
		stack: text((_error$stack = error.stack) !== null && _error$stack !== void 0 ? _error$stack : \`\${described.name}: \${described.message}\`)
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
	var _exports$name;
	const exports = Object(loaded);
	const inner = Object(exports.default);
	const others = Object.keys(exports).filter((other) => typeof exports[other] === "function");
	return {
		found: (_exports$name = exports[name]) !== null && _exports$name !== void 0 ? _exports$name : inner[name],
		others
	};
}
// \\0@oxc-project+runtime@0.156.0/helpers/esm/checkPrivateRedeclaration.js
function _checkPrivateRedeclaration(e, t) {
	if (t.has(e)) throw new TypeError("Cannot initialize the same private elements twice on an object");
}
// \\0@oxc-project+runtime@0.156.0/helpers/esm/classPrivateFieldInitSpec.js
function _classPrivateFieldInitSpec(e, t, a) {
	_checkPrivateRedeclaration(e, t), t.set(e, a);
}
// \\0@oxc-project+runtime@0.156.0/helpers/esm/assertClassBrand.js
function _assertClassBrand(e, t, n) {
	if ("function" == typeof e ? e === t : e.has(t)) return arguments.length < 3 ? t : n;
	throw new TypeError("Private element is not present on this object");
}
// \\0@oxc-project+runtime@0.156.0/helpers/esm/classPrivateFieldGet2.js
function _classPrivateFieldGet2(s, a) {
	return s.get(_assertClassBrand(s, a));
}
// src/runtime/contextStorage.ts
function createContextStorage() {
	return typeof node_async_hooks.AsyncLocalStorage === "function" ? new node_async_hooks.AsyncLocalStorage() : new HookedStorage();
}
var _values = new WeakMap();
var _hook = new WeakMap();
var HookedStorage = class {
	constructor() {
		_classPrivateFieldInitSpec(this, _values, new Map());
		_classPrivateFieldInitSpec(this, _hook, (0, node_async_hooks.createHook)({
			init: (asyncId) => {
				const value = this.getStore();
				if (value !== void 0) _classPrivateFieldGet2(_values, this).set(asyncId, value);
			},
			destroy: (asyncId) => void _classPrivateFieldGet2(_values, this).delete(asyncId)
		}));
	}
	run(value, body) {
		_classPrivateFieldGet2(_hook, this).enable();
		const id = (0, node_async_hooks.executionAsyncId)();
		const before = _classPrivateFieldGet2(_values, this).get(id);
		_classPrivateFieldGet2(_values, this).set(id, value);
		try {
			return body();
		} finally {
			if (before === void 0) _classPrivateFieldGet2(_values, this).delete(id);
			else _classPrivateFieldGet2(_values, this).set(id, before);
		}
	}
	getStore() {
		return _classPrivateFieldGet2(_values, this).get((0, node_async_hooks.executionAsyncId)());
	}
	disable() {
		_classPrivateFieldGet2(_hook, this).disable();
		_classPrivateFieldGet2(_values, this).clear();
	}
};
// \\0@oxc-project+runtime@0.156.0/helpers/esm/classPrivateMethodInitSpec.js
function _classPrivateMethodInitSpec(e, a) {
	_checkPrivateRedeclaration(e, a), a.add(e);
}
// \\0@oxc-project+runtime@0.156.0/helpers/esm/classPrivateFieldSet2.js
function _classPrivateFieldSet2(s, a, r) {
	return s.set(_assertClassBrand(s, a), r), r;
}
// src/runtime/ownTemp.ts
const { mkdtempSync, readdirSync, realpathSync, rmSync, statSync } = node_fs.default;
var _path = new WeakMap();
var _code = new WeakMap();
var _isClosed = new WeakMap();
var _OwnTemp_brand = new WeakSet();
var OwnTemp = class {
	constructor(given) {
		_classPrivateMethodInitSpec(this, _OwnTemp_brand);
		_classPrivateFieldInitSpec(this, _path, void 0);
		_classPrivateFieldInitSpec(this, _code, void 0);
		_classPrivateFieldInitSpec(this, _isClosed, false);
		_classPrivateFieldSet2(_path, this, given === null || given === void 0 ? void 0 : given.path);
		_classPrivateFieldSet2(_code, this, given === null || given === void 0 ? void 0 : given.code);
	}
	locate(path) {
		const given = (0, node_path.resolve)(path);
		const isOfCode = _classPrivateFieldGet2(_code, this) !== void 0 && isWithin(_classPrivateFieldGet2(_code, this), given);
		if (_classPrivateFieldGet2(_path, this) !== void 0 && isWithin(_classPrivateFieldGet2(_path, this), given)) {
			var _this$code;
			return isOfCode && isWithin(_classPrivateFieldGet2(_path, this), (_this$code = _classPrivateFieldGet2(_code, this)) !== null && _this$code !== void 0 ? _this$code : "") ? void 0 : given;
		}
		if (isOfCode) return void 0;
		const root = temporaryRoots().find((one) => isWithin(one, given));
		return root === void 0 ? void 0 : (0, node_path.join)(_assertClassBrand(_OwnTemp_brand, this, _made).call(this), given.slice(root.length));
	}
	told(text) {
		return _classPrivateFieldGet2(_path, this) === void 0 ? text : text.split(_classPrivateFieldGet2(_path, this)).join("/tmp");
	}
	holds(path) {
		const located = this.locate(path);
		if (located === void 0 || _classPrivateFieldGet2(_path, this) === void 0) return false;
		return isWithin(_classPrivateFieldGet2(_path, this), realOf(located));
	}
	close() {
		_classPrivateFieldSet2(_isClosed, this, true);
		if (_classPrivateFieldGet2(_path, this) !== void 0) rmSync(_classPrivateFieldGet2(_path, this), {
			recursive: true,
			force: true
		});
	}
};
function _made() {
	if (_classPrivateFieldGet2(_path, this) === void 0) {
		_classPrivateFieldSet2(_path, this, makeTemporary());
		if (_classPrivateFieldGet2(_isClosed, this)) rmSync(_classPrivateFieldGet2(_path, this), {
			recursive: true,
			force: true
		});
	}
	return _classPrivateFieldGet2(_path, this);
}
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
	if (value instanceof URL) return value.protocol === "file:" ? (0, node_url.fileURLToPath)(value) : void 0;
	if (typeof value === "string") return (0, node_path.resolve)(value);
	return value instanceof Uint8Array ? (0, node_path.resolve)(Buffer.from(value).toString()) : void 0;
}
// src/runtime/patches.ts
function shared(make) {
	let patches;
	let holders = 0;
	return () => {
		var _patches;
		(_patches = patches) !== null && _patches !== void 0 || (patches = make());
		if (holders === 0) applyAll(patches);
		holders++;
		let held = true;
		return () => {
			var _patches2;
			if (!held) return;
			held = false;
			if (--holders === 0) undoAll((_patches2 = patches) !== null && _patches2 !== void 0 ? _patches2 : []);
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
		var _behind;
		const original = () => {
			const kept = behind();
			if (kept === void 0) return inherited(target, name);
			return kept.get === void 0 ? kept.value : Reflect.apply(kept.get, target, []);
		};
		const before = original();
		const value = make(original);
		if (value === before) return void 0;
		const { enumerable = true, configurable = true, writable = true } = (_behind = behind()) !== null && _behind !== void 0 ? _behind : {};
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
			var _layersOf$get;
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
			const layers = (_layersOf$get = layersOf.get(target)) !== null && _layersOf$get !== void 0 ? _layersOf$get : new Set();
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
	layers === null || layers === void 0 || layers.delete(layer);
	const above = [...layers !== null && layers !== void 0 ? layers : []].find((other) => other.name === layer.name && isSame(other.behind, layer.installed));
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
				const own = path === void 0 ? void 0 : temp === null || temp === void 0 ? void 0 : temp.locate(path);
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
	if (!(value instanceof Error)) return value;
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
	return (...args) => {
		var _pathOf;
		const path = pathOf(args[target]);
		if (inside.getStore() === true || path === void 0) return call(...args);
		if (name === "open" && isForReading(args[1])) return call(...args);
		const data = args[target === 0 ? 1 : 0];
		const verdict = judge({
			name,
			path,
			changed: name === "rename" ? [path, (_pathOf = pathOf(args[0])) !== null && _pathOf !== void 0 ? _pathOf : path] : [path],
			data
		});
		if (verdict === "unwatched") return call(...args);
		if (verdict === "refused") return fail(readOnly(name, path), args);
		const bound = args.map((arg) => typeof arg === "function" ? inCourse(arg) : arg);
		return inside.run(true, () => call(...bound));
	};
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
function readOnly(name, path) {
	var _systemCalls$name;
	const syscall = (_systemCalls$name = systemCalls[name]) !== null && _systemCalls$name !== void 0 ? _systemCalls$name : name;
	const error = new Error(\`EROFS: read-only file system, \${syscall} '\${path}'\`);
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
	var _exec, _exec2, _place$exec;
	const said = (_exec = /^\\s*at (.*)$/s.exec(text)) === null || _exec === void 0 || (_exec = _exec[1]) === null || _exec === void 0 ? void 0 : _exec.trimEnd();
	if (said === void 0) return void 0;
	const { name, at } = partsOf(said);
	const evaluated = (_exec2 = /^eval at (.*\\)), .*$/s.exec(at)) === null || _exec2 === void 0 ? void 0 : _exec2[1];
	if (evaluated !== void 0) {
		const caller = stackFrameOf(\`at \${evaluated}\`);
		return caller === void 0 ? void 0 : {
			...caller,
			name
		};
	}
	const [, address, line, column] = (_place$exec = place.exec(at)) !== null && _place$exec !== void 0 ? _place$exec : [];
	if (address === void 0 || address.startsWith("<anonymous>")) return void 0;
	return {
		name,
		file: fileOf(address),
		line: Number(line),
		column: Number(column)
	};
}
function partsOf(said) {
	var _placeStart$exec$inde, _placeStart$exec;
	const opening = said.endsWith(")") ? (_placeStart$exec$inde = (_placeStart$exec = placeStart.exec(said)) === null || _placeStart$exec === void 0 ? void 0 : _placeStart$exec.index) !== null && _placeStart$exec$inde !== void 0 ? _placeStart$exec$inde : said.indexOf(" (") : -1;
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
			hidesTz && (hidesTz = name !== "TZ");
			return Reflect.set(target, name, value);
		}
	});
}
function isNodeReading(isForeignFrame) {
	var _readerOf$file, _readerOf;
	return isOfNode((_readerOf$file = (_readerOf = readerOf(isForeignFrame)) === null || _readerOf === void 0 ? void 0 : _readerOf.file) !== null && _readerOf$file !== void 0 ? _readerOf$file : "");
}
function readingPlace(isForeignFrame) {
	const reader = readerOf(isForeignFrame);
	if (reader === void 0 || isOfNode(reader.file)) return void 0;
	return /[\\\\/]node_modules[\\\\/]/.test(reader.file) ? void 0 : \`\${reader.file}:\${reader.line}\`;
}
function readerOf(isForeignFrame) {
	var _deepError$stack;
	return ((_deepError$stack = deepError().stack) !== null && _deepError$stack !== void 0 ? _deepError$stack : "").split("\\n").filter((line) => !isForeignFrame(line)).map(stackFrameOf).find((frame) => frame !== void 0);
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
	var _target$hasRef, _made$stack;
	if (target._destroyed !== void 0) return !target._destroyed && ((_target$hasRef = target.hasRef) === null || _target$hasRef === void 0 ? void 0 : _target$hasRef.call(target)) !== false;
	if (type === "ZLIB") return target.buffer !== null && target.buffer !== void 0;
	if (typeof target.hasRef === "function") return target.hasRef() && !isClosing(target);
	return requests.includes(target) && !/at (\\w+\\.)?close /.test((_made$stack = made.stack) !== null && _made$stack !== void 0 ? _made$stack : "");
}
function isClosing(target) {
	const symbol = Object.getOwnPropertySymbols(target).find((one) => one.description === "owner_symbol");
	if (symbol === void 0) return false;
	const owner = target[symbol];
	const { destroyed, writableEnded } = owner !== null && owner !== void 0 ? owner : {};
	return destroyed === true || writableEnded === true;
}
function mayLiveAgain({ type, target }) {
	return type === "ZLIB" || target._destroyed !== true && target.hasRef !== void 0;
}
function isUnseen({ type, target }) {
	return target._destroyed === void 0 && kindOfType[type] === void 0;
}
function lateWorkOf({ type, target, made }, isForeignFrame) {
	var _kindOfType$type;
	const at = handlerFrame(made, isForeignFrame);
	let kind = (_kindOfType$type = kindOfType[type]) !== null && _kindOfType$type !== void 0 ? _kindOfType$type : "handle";
	if (type === "Immediate") kind = "immediate";
	if (type === "Timeout") kind = typeof target._repeat === "number" ? "interval" : "timer";
	return {
		kind,
		what: type,
		...at === void 0 ? {} : { at }
	};
}
function handlerFrame(made, isForeignFrame) {
	var _made$stack2;
	for (const line of ((_made$stack2 = made.stack) !== null && _made$stack2 !== void 0 ? _made$stack2 : "").split("\\n").slice(1)) {
		var _stackFrameOf$file, _stackFrameOf;
		if (!(0, node_path.isAbsolute)((_stackFrameOf$file = (_stackFrameOf = stackFrameOf(line)) === null || _stackFrameOf === void 0 ? void 0 : _stackFrameOf.file) !== null && _stackFrameOf$file !== void 0 ? _stackFrameOf$file : "") || line.includes("node_modules") || isForeignFrame(line)) continue;
		return line.trim().replace(/^at (async )?/, "");
	}
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
			var _args;
			const first = (_args = target.args) === null || _args === void 0 ? void 0 : _args[0];
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
		var _late$at;
		const late = lateWorkOf(resource, isForeignFrame);
		if (late.kind !== "file") return late;
		const open = work.streams.find(({ stream }) => !stream.closed);
		const makers = [...open === void 0 ? [] : [open.made], ...work.fileRequests];
		const at = (_late$at = late.at) !== null && _late$at !== void 0 ? _late$at : makers.map((made) => handlerFrame(made, isForeignFrame)).find((one) => one);
		const path = open === null || open === void 0 ? void 0 : open.stream.path.toString();
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
	else work.unseen || (work.unseen = isUnseen(resource));
	work.resources = kept;
	return still;
}
// src/runtime/nodeInstance.ts
var _port = new WeakMap();
var _tracker = new WeakMap();
var _siblings = new WeakMap();
var _running = new WeakMap();
var _work = new WeakMap();
var _isJudged = new WeakMap();
var _loadErrors = new WeakMap();
var _NodeInstance_brand = new WeakSet();
var NodeInstance = class {
	constructor(port) {
		_classPrivateMethodInitSpec(this, _NodeInstance_brand);
		_classPrivateFieldInitSpec(this, _port, void 0);
		_classPrivateFieldInitSpec(this, _tracker, void 0);
		_classPrivateFieldInitSpec(this, _siblings, new Set());
		_classPrivateFieldInitSpec(this, _running, void 0);
		_classPrivateFieldInitSpec(this, _work, void 0);
		_classPrivateFieldInitSpec(this, _isJudged, true);
		_classPrivateFieldInitSpec(this, _loadErrors, void 0);
		_classPrivateFieldSet2(_port, this, port);
		_classPrivateFieldSet2(_tracker, this, createWorkTracker((line) => port.isForeignFrame(line)));
	}
	async start({ path, exportName, format: moduleFormat, platform }) {
		if (platform !== void 0) bePlatform(platform, path, {
			tell: (difference) => _classPrivateFieldGet2(_port, this).say({
				type: "differs",
				difference
			}),
			isForeignFrame: (line) => _classPrivateFieldGet2(_port, this).isForeignFrame(line)
		});
		_assertClassBrand(_NodeInstance_brand, this, _takeOutput).call(this);
		_classPrivateFieldGet2(_tracker, this).watch();
		process.on("uncaughtException", (thrown) => _assertClassBrand(_NodeInstance_brand, this, _takeError).call(this, thrown));
		process.on("beforeExit", () => _assertClassBrand(_NodeInstance_brand, this, _takeIdle).call(this));
		const started = node_perf_hooks.performance.now();
		let loaded;
		_classPrivateFieldSet2(_loadErrors, this, platform === void 0 ? void 0 : []);
		try {
			var _this$loadErrors$spli, _classPrivateFieldGet2$1;
			loaded = moduleFormat === "commonjs" ? (0, node_module.createRequire)(path)(path) : await import((0, node_url.pathToFileURL)(path).href);
			if (platform !== void 0) await new Promise((turn) => void setImmediate(turn));
			for (const thrown of (_this$loadErrors$spli = (_classPrivateFieldGet2$1 = _classPrivateFieldGet2(_loadErrors, this)) === null || _classPrivateFieldGet2$1 === void 0 ? void 0 : _classPrivateFieldGet2$1.splice(0)) !== null && _this$loadErrors$spli !== void 0 ? _this$loadErrors$spli : []) throw thrown;
		} catch (thrown) {
			const initMs = node_perf_hooks.performance.now() - started;
			_classPrivateFieldGet2(_port, this).say({
				type: "load-failed",
				error: describeThrown(thrown),
				initMs
			});
			return;
		}
		_classPrivateFieldSet2(_loadErrors, this, void 0);
		const { found, others } = findExport(loaded, exportName);
		if (typeof found !== "function") {
			_classPrivateFieldGet2(_port, this).say({
				type: "no-export",
				isThere: found !== void 0,
				others
			});
			return;
		}
		_classPrivateFieldGet2(_port, this).listen((call) => {
			_classPrivateFieldGet2(_port, this).unref();
			_assertClassBrand(_NodeInstance_brand, this, _invoke).call(this, found, call);
		});
		_classPrivateFieldGet2(_port, this).say({
			type: "loaded",
			initMs: node_perf_hooks.performance.now() - started
		});
	}
};
function _takeOutput() {
	const write = (level, text) => _classPrivateFieldGet2(_port, this).say({
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
function _takeError(thrown) {
	if (_classPrivateFieldGet2(_loadErrors, this) !== void 0) _classPrivateFieldGet2(_loadErrors, this).push(thrown);
	else if (_classPrivateFieldGet2(_work, this) === void 0 || _classPrivateFieldGet2(_running, this) === void 0 || _classPrivateFieldGet2(_work, this).answered) {
		var _classPrivateFieldGet3;
		const error = describeThrown(thrown);
		(_classPrivateFieldGet3 = _classPrivateFieldGet2(_work, this)) === null || _classPrivateFieldGet3 === void 0 || _classPrivateFieldGet3.lateErrors.push(error);
		_classPrivateFieldGet2(_port, this).say({
			type: "late-error",
			error
		});
	} else _classPrivateFieldGet2(_running, this).crash(thrown);
}
function _takeIdle() {
	var _classPrivateFieldGet4;
	if (_classPrivateFieldGet2(_work, this) !== void 0 && !_classPrivateFieldGet2(_work, this).answered) (_classPrivateFieldGet4 = _classPrivateFieldGet2(_running, this)) === null || _classPrivateFieldGet4 === void 0 || _classPrivateFieldGet4.idle();
	else if (_classPrivateFieldGet2(_isJudged, this)) {
		_classPrivateFieldGet2(_port, this).say({ type: "drained" });
		_classPrivateFieldGet2(_port, this).ref();
	}
}
function _invoke(handler, call) {
	const started = node_perf_hooks.performance.now();
	const work = _classPrivateFieldGet2(_tracker, this).open(call.data.request_id, _classPrivateFieldGet2(_siblings, this));
	_classPrivateFieldSet2(_work, this, work);
	_classPrivateFieldSet2(_running, this, void 0);
	_classPrivateFieldSet2(_isJudged, this, false);
	const event = eventCopy(call.eventText, { frozen: call.frozenEvent });
	_classPrivateFieldSet2(_running, this, _classPrivateFieldGet2(_tracker, this).run(work, () => bootstrapOf(call.runtime)(handler, event, call.data, {
		end: (end) => _assertClassBrand(_NodeInstance_brand, this, _finish).call(this, work, end, started),
		describe: describeThrown,
		remainingMs: () => Math.max(0, Math.round(call.timeoutMs - (node_perf_hooks.performance.now() - started)))
	})));
}
function _finish(work, end, started) {
	_classPrivateFieldGet2(_tracker, this).answer(work, { isAsyncReturn: "by" in end && end.by === "promise" });
	const durationMs = node_perf_hooks.performance.now() - started;
	_classPrivateFieldGet2(_port, this).say({
		type: "end",
		end,
		durationMs,
		memoryBytes: memoryBytes()
	});
	_classPrivateFieldGet2(_tracker, this).judge(work, { waits: "waits" in end ? end.waits : true }).then((lateWork) => {
		_classPrivateFieldSet2(_isJudged, this, true);
		_classPrivateFieldGet2(_port, this).say({
			type: "judged",
			lateWork,
			lateErrors: work.lateErrors
		});
	});
}
function memoryBytes() {
	const { used_heap_size, external_memory } = (0, node_v8.getHeapStatistics)();
	return used_heap_size + external_memory;
}
// src/runtime/node/nodeMain.ts
const { stringify, parse } = JSON;
const [hearing, saying] = [3, 4];
var _socket = new WeakMap();
var _hear = new WeakMap();
var _take = new WeakMap();
var _rest = new WeakMap();
var _PipePort_brand = new WeakSet();
var PipePort = class {
	constructor(hear) {
		_classPrivateMethodInitSpec(this, _PipePort_brand);
		_classPrivateFieldInitSpec(this, _socket, new node_net.Socket({
			fd: hearing,
			readable: true,
			writable: false
		}));
		_classPrivateFieldInitSpec(this, _hear, void 0);
		_classPrivateFieldInitSpec(this, _take, () => void 0);
		_classPrivateFieldInitSpec(this, _rest, []);
		_classPrivateFieldSet2(_hear, this, hear);
		_classPrivateFieldGet2(_socket, this).on("data", (chunk) => _assertClassBrand(_PipePort_brand, this, _read).call(this, chunk));
		_classPrivateFieldGet2(_socket, this).on("end", () => process.kill(process.pid, "SIGKILL"));
	}
	say(message) {
		let data = Buffer.from(\`\${stringify(message)}\\n\`);
		while (data.length > 0) data = data.subarray((0, node_fs.writeSync)(saying, data));
	}
	listen(take) {
		_classPrivateFieldSet2(_take, this, take);
	}
	ref() {
		_classPrivateFieldGet2(_socket, this).ref();
	}
	unref() {
		_classPrivateFieldGet2(_socket, this).unref();
	}
	isForeignFrame(line) {
		return line.includes(__filename);
	}
};
function _read(chunk) {
	let from = 0;
	for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
		const line = Buffer.concat([..._classPrivateFieldGet2(_rest, this), chunk.subarray(from, end)]).toString();
		_classPrivateFieldSet2(_rest, this, []);
		from = end + 1;
		const message = parse(line);
		if (message.type === "call") _classPrivateFieldGet2(_take, this).call(this, message.call);
		else _classPrivateFieldGet2(_hear, this).call(this, message);
	}
	if (from < chunk.length) _classPrivateFieldGet2(_rest, this).push(chunk.subarray(from));
}
process.execArgv.splice(0);
const port = new PipePort((message) => {
	if (message.type === "start") new NodeInstance(port).start(message.start);
});
port.say({ type: "up" });`;
