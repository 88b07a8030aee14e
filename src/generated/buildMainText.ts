// Made by scripts/generate.mjs from src/runtime/buildMain.ts and what it imports; do not edit.
export const buildMainText: string = `'use strict';
let node_module = require("node:module");
let node_path = require("node:path");
let node_url = require("node:url");
let node_util = require("node:util");
// src/runtime/buildMain.ts
const order = JSON.parse(process.argv[1] ?? "");
const { requireFrom, entry, outfile, target } = order;
const fromEntry = (0, node_module.createRequire)(entry);
function isPackage(name) {
	if ((0, node_module.isBuiltin)(name)) return true;
	if (/^\\.{0,2}\\/|^[A-Za-z]:/.test(name)) return false;
	try {
		fromEntry.resolve(name);
		return true;
	} catch {
		return false;
	}
}
const define = {
	__dirname: JSON.stringify((0, node_path.dirname)(entry)),
	__filename: JSON.stringify(entry),
	"import.meta.url": JSON.stringify((0, node_url.pathToFileURL)(entry).href),
	"import.meta.dirname": JSON.stringify((0, node_path.dirname)(entry)),
	"import.meta.filename": JSON.stringify(entry)
};
async function byEsbuild({ build }) {
	const { metafile } = await build({
		absWorkingDir: (0, node_path.dirname)(entry),
		entryPoints: [entry],
		outfile,
		bundle: true,
		platform: "node",
		format: "cjs",
		target,
		sourcemap: "inline",
		define,
		metafile: true,
		logLevel: "silent",
		plugins: [{
			name: "packages",
			setup(setup) {
				setup.onResolve({ filter: /^[^./]/ }, ({ path }) => isPackage(path) ? {
					path,
					external: true
				} : void 0);
			}
		}]
	});
	return Object.keys(metafile.inputs);
}
async function byRolldown({ rolldown }) {
	const { output } = await (await rolldown({
		cwd: (0, node_path.dirname)(entry),
		input: entry,
		platform: "node",
		external: isPackage,
		resolve: { extensionAlias: {
			".js": [
				".ts",
				".tsx",
				".js"
			],
			".mjs": [".mts", ".mjs"],
			".cjs": [".cts", ".cjs"]
		} },
		transform: {
			target,
			define
		},
		tsconfig: true,
		logLevel: "silent"
	})).write({
		file: outfile,
		format: "cjs",
		exports: "named",
		sourcemap: "inline",
		codeSplitting: false
	});
	return output.flatMap(({ moduleIds = [] }) => moduleIds);
}
async function build() {
	try {
		const module = await import((0, node_url.pathToFileURL)(requireFrom).href);
		const builder = Object.assign({}, module.default, module);
		return { inputs: order.builder === "esbuild" ? await byEsbuild(builder) : await byRolldown(builder) };
	} catch (error) {
		return { problem: problemOf(error) };
	}
}
function problemOf(error) {
	const [first] = error.errors ?? [];
	const { file, line } = first?.location ?? {};
	const place = line === void 0 ? placeIn(first?.message ?? "") : \`\${file}, line \${line}: \`;
	const [said = ""] = (0, node_util.stripVTControlCharacters)(first?.text ?? first?.message ?? error.message).split("\\n");
	return \`\${place}\${said.replace(/^\\[\\w+\\] /, "")}\`;
}
function placeIn(message) {
	const [, drawn = ""] = (0, node_util.stripVTControlCharacters)(message).split("[ ", 2);
	const [place = ""] = drawn.split(" ]", 1);
	const parts = place.split(":");
	return parts.length < 3 ? "" : \`\${parts.slice(0, -2).join(":")}, line \${parts.at(-2)}: \`;
}
build().then((result) => process.stdout.write(JSON.stringify(result)));`;
