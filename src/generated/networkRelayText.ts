// Made by scripts/generate.mjs from src/runtime/networkRelay.ts and what it imports; do not edit.
export const networkRelayText: string = `'use strict';
let node_net = require("node:net");
// src/runtime/networkRelay.ts
const host = "127.0.0.1";
function say(answer, made, sent) {
	process.send?.(answer, made, void 0, sent);
}
function failed(id) {
	return ({ code = "ECONNREFUSED" }) => say({
		type: "failed",
		id,
		code
	});
}
process.on("disconnect", () => process.exit());
process.on("message", (question) => {
	const { id } = question;
	if ("listen" in question) {
		const server = (0, node_net.createServer)().once("error", failed(id));
		server.listen(question.listen, host, () => say({
			type: "made",
			id
		}, server, () => server.close()));
	} else {
		const socket = (0, node_net.connect)({
			port: question.connect,
			host
		}).once("error", failed(id));
		socket.once("connect", () => say({
			type: "made",
			id
		}, socket));
	}
});
say({ type: "up" });`;
