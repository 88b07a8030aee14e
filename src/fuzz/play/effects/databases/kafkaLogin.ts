import { createHash, createHmac } from 'node:crypto';
import { int16, int32 } from './bigEndian.js';
import { type Answer, errors } from './kafkaApi.js';
import { type KafkaReader, list, text } from './kafkaBytes.js';
import { derivedFrom, notedSalt } from './saltedPasswords.js';

const mechanisms = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'];
const iterations = 4096;

/** The server's side of a login, to which any password is right. */
export class KafkaLogin {
  #digest: string | undefined;
  #salt = Buffer.alloc(0);
  /** What was said before the client's last message. */
  #said: readonly string[] = [];

  handshake(reader: KafkaReader): Answer {
    const mechanism = reader.text() ?? '';
    this.#digest = /^SCRAM-SHA-(256|512)$/.exec(mechanism)?.[1];
    this.#said = [];
    const code = mechanisms.includes(mechanism) ? errors.none : errors.unsupportedMechanism;
    return [int16(code), list(mechanisms, (one) => [text(one)])];
  }

  authenticate(reader: KafkaReader): Answer {
    const message = reader.bytes().toString();
    if (this.#digest === undefined) return loggedIn('');
    return this.#said.length === 0 ? this.#challenge(message) : this.#prove(message, `sha${this.#digest}`);
  }

  /** https://www.rfc-editor.org/rfc/rfc5802#section-5 */
  #challenge(message: string): Answer {
    const bare = message.replace(/^[^,]*,[^,]*,/, '');
    const nonce = /(?:^|,)r=([^,]*)/.exec(bare)?.[1] ?? '';
    this.#salt = createHash('sha256').update(nonce).digest();
    notedSalt(this.#salt);
    const first = `r=${nonce}1,s=${this.#salt.toString('base64')},i=${iterations}`;
    this.#said = [bare, first];
    return loggedIn(first);
  }

  /** Shows that the server knows the password, as who has derived a key from it in this process. */
  #prove(message: string, digest: string): Answer {
    const key = derivedFrom(this.#salt);
    if (key === undefined) return [int16(errors.refusedLogin), text('SCRAM is not served here'), int32(0)];
    const said = [...this.#said, message.replace(/,p=[^,]*$/, '')].join();
    const serverKey = createHmac(digest, key).update('Server Key').digest();
    return loggedIn(`v=${createHmac(digest, serverKey).update(said).digest('base64')}`);
  }
}

function loggedIn(message: string): Answer {
  const bytes = Buffer.from(message);
  return [int16(errors.none), text(null), int32(bytes.length), bytes];
}
