import childProcess from 'node:child_process';
import crypto from 'node:crypto';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import timers from 'node:timers';
import tls from 'node:tls';
import util from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { type Patch, setVariable, shared } from '../../../runtime/patches.js';

/** Events of a process that a handler may keep from their meaning, as Ctrl-C, or at which it would run once more. */
const watched = /^(SIG[A-Z0-9]+|uncaughtException|unhandledRejection|beforeExit|exit)$/;
/** What all code of a process shares; what is added to it stays, since a library that is loaded once may live on it. */
const sharedObjects: readonly object[] = [
  ...[globalThis, JSON, Math, Intl, Reflect, Object, Array, Number, String, Date, Promise, Buffer, URL],
  ...[console, process, process.stdout, process.stderr],
  ...[childProcess, crypto, dns, fs, fs.promises, http, https, net, os, path, timers, tls, util],
];

/**
 * Keeps what fuzzed handlers may change of this process: environment variables, the working directory, the mask of new
 * files, who hears of signals, of the end and of errors that nobody catches, and the functions that all code shares.
 *
 * @returns takes it back.
 */
export const keepProcess = shared(() => [
  keptEnvironment(),
  keptDirectory(),
  keptListeners(),
  { apply: () => {}, undo: syncBuiltinESMExports },
  ...sharedObjects.map(keptMembers),
]);

function keptEnvironment(): Patch {
  let before: NodeJS.ProcessEnv = {};
  return {
    apply: () => {
      before = { ...process.env };
    },
    undo: () => {
      for (const name of Object.keys(process.env))
        if (!Object.hasOwn(before, name)) setVariable(name, undefined);
      for (const [name, value] of Object.entries(before))
        if (process.env[name] !== value) setVariable(name, value);
    },
  };
}

/** Only the main thread can change them. */
function keptDirectory(): Patch {
  let before = { cwd: '', umask: 0 };
  return {
    apply: () => {
      if (isMainThread) before = { cwd: process.cwd(), umask: umaskNow() };
    },
    undo: () => {
      if (!isMainThread) return;
      if (process.cwd() !== before.cwd) process.chdir(before.cwd);
      process.umask(before.umask);
    },
  };
}

/** To ask for it without setting it is deprecated. */
function umaskNow(): number {
  const now = process.umask(0o022);
  process.umask(now);
  return now;
}

function keptListeners(): Patch {
  const heard = () => process.eventNames().filter((name) => watched.test(String(name)));
  let before = new Map<string | symbol, readonly unknown[]>();
  return {
    apply: () => {
      before = new Map(heard().map((name) => [name, process.rawListeners(name)]));
    },
    undo: () => {
      for (const name of heard())
        for (const listener of process.rawListeners(name))
          if (!before.get(name)?.includes(listener)) process.off(name, listener as () => void);
    },
  };
}

/** Puts back the members of an object that were replaced or taken away. */
function keptMembers(target: object): Patch {
  let before: readonly (readonly [PropertyKey, PropertyDescriptor])[] = [];
  return {
    apply: () => {
      before = Reflect.ownKeys(target).flatMap((name) => {
        const member = Object.getOwnPropertyDescriptor(target, name);
        return member?.configurable === true && isFunction(member) ? [[name, member] as const] : [];
      });
    },
    undo: () => {
      for (const [name, member] of before)
        if (Object.getOwnPropertyDescriptor(target, name)?.value !== member.value)
          Reflect.defineProperty(target, name, member);
    },
  };
}

const isFunction = ({ value }: PropertyDescriptor): boolean => typeof value === 'function';
