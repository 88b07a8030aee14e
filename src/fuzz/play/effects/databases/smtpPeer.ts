import type { EffectKind } from '../effectKind.js';
import type { Recorder } from '../recorder.js';
import { mailOf } from './mailOf.js';
import type { Line, Peer, Task } from './peer.js';

/** What the lines of a client are: commands, what a login asks for, or a mail. */
type Mode = { readonly kind: 'commands' | 'mail' } | { readonly kind: 'login'; readonly linesLeft: number };

const commands: Mode = { kind: 'commands' };

/** The side of a mail server that takes every password and every mail: https://www.rfc-editor.org/rfc/rfc5321 */
export class SmtpPeer implements Peer {
  readonly #line: Line;
  #rest: Buffer = Buffer.alloc(0);
  #mode = commands;
  #from = '';
  #to: string[] = [];
  #isGreeted = false;

  constructor(line: Line) {
    this.#line = line;
  }

  greet(): void {
    this.#say('220 mail ESMTP');
  }

  receive(bytes: Buffer): readonly Task[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const tasks: Task[] = [];
    for (;;) {
      const isMail = this.#mode.kind === 'mail';
      const part = this.#taken(isMail ? '\r\n.\r\n' : '\r\n');
      if (part === undefined) return tasks;
      if (isMail) {
        this.#mode = commands;
        tasks.push((recorder) => this.#deliver(recorder, part));
      } else tasks.push(this.#read(part.toString()));
    }
  }

  /** Who leaves before a word wants what is not offered. */
  close(recorder: Recorder): void {
    if (!this.#isGreeted) recorder.note(`tcp ${this.#line.address}`, [], { kind: 'append' }, 'blocked');
  }

  /** What stands before an end; a mail may have no lines at all. */
  #taken(end: string): Buffer | undefined {
    const isEmptyMail = this.#mode.kind === 'mail' && this.#rest.subarray(0, 3).toString() === '.\r\n';
    const at = isEmptyMail ? 0 : this.#rest.indexOf(end);
    if (at < 0) return undefined;
    const part = this.#rest.subarray(0, at);
    this.#rest = this.#rest.subarray(at + (isEmptyMail ? 3 : end.length));
    return part;
  }

  #read(line: string): Task {
    if (this.#mode.kind === 'login') return this.#login(this.#mode.linesLeft - 1);
    const [verb = '', ...words] = line.split(' ');
    const rest = words.join(' ');
    switch (verb.toUpperCase()) {
      case 'EHLO':
      case 'HELO':
        return () => {
          this.#isGreeted = true;
          this.#say(
            '250-mail',
            '250-8BITMIME',
            '250-SMTPUTF8',
            '250-STARTTLS',
            '250 AUTH PLAIN LOGIN XOAUTH2',
          );
        };
      case 'STARTTLS':
        return () => this.#say('220 go on');
      case 'AUTH':
        return this.#login(/^login$/i.test(rest) ? 2 : words.length < 2 || /^login/i.test(rest) ? 1 : 0);
      case 'MAIL':
        return () => {
          this.#from = addressIn(rest);
          this.#to = [];
          this.#say('250 ok');
        };
      case 'RCPT':
        return () => {
          this.#to.push(addressIn(rest));
          this.#say('250 ok');
        };
      case 'DATA':
        this.#mode = { kind: 'mail' };
        return () => this.#say('354 go on');
      case 'QUIT':
        return () => {
          this.#say('221 bye');
          this.#line.end();
        };
      case 'RSET':
      case 'NOOP':
        return () => this.#say('250 ok');
      default:
        return () => this.#say('502 5.5.1 this is not served here');
    }
  }

  #login(linesLeft: number): Task {
    this.#mode = linesLeft > 0 ? { kind: 'login', linesLeft } : commands;
    return () => this.#say(linesLeft > 0 ? '334 ' : '235 ok');
  }

  async #deliver(recorder: Recorder, bytes: Buffer): Promise<void> {
    const { id, subject, headers, body } = mailOf(bytes.toString().replace(/(^|\r\n)\.\./g, '$1.'));
    const told = { from: this.#from, to: this.#to, subject, headers, body };
    try {
      const name = `smtp MAIL ${this.#to.join(',')}`;
      // https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4
      const effect: EffectKind =
        id === undefined ? { kind: 'append' } : { kind: 'once', key: `${name} ${id}` };
      await recorder.run(name, [told], () => undefined, effect);
      this.#say('250 2.0.0 ok');
    } catch (error) {
      this.#say(
        `451 4.3.0 ${String(error instanceof Error ? error.message : error).replace(/[\r\n]/g, ' ')}`,
      );
    }
  }

  #say(...lines: readonly string[]): void {
    this.#line.send(Buffer.from(lines.map((line) => `${line}\r\n`).join('')));
  }
}

/** The address in `FROM:<li@example.com> SIZE=12`. */
function addressIn(text: string): string {
  return /<([^<>]*)>/.exec(text)?.[1] ?? text;
}
