/**
 * A device that holds passkeys, as the browser of its person shows it to a page: ES256 keys from WebCrypto, CBOR and DER written by
 * hand after RFC 8949, RFC 9052 and X.690, so that nothing that the lab reads was written by the library that reads it.
 */
export function makeAuthenticator({ origin }: { readonly origin: string }) {
  const { hostname } = new URL(origin);
  let held: Held | null = null;
  let counter = 0;

  async function authenticatorData(rpId: string, flags: number, attested: Bytes = new Uint8Array()) {
    counter++;
    const count = new DataView(new ArrayBuffer(4));
    count.setUint32(0, counter);
    return join([await sha256(encode(rpId)), Uint8Array.of(flags), new Uint8Array(count.buffer), attested]);
  }

  return {
    /** Sets the device's count of signatures, as a copy of it would have one of its own. */
    countFrom(count: number) {
      counter = count;
    },
    /** Makes a passkey for what `navigator.credentials.create` was given. `shownOrigin`: where the person really is. */
    async create(options: CreationOptions, { shownOrigin = origin, rpId = hostname } = {}) {
      const pair = await crypto.subtle.generateKey(ES256, true, ["sign", "verify"]);
      if (!("privateKey" in pair)) throw new Error("expected a pair of keys");
      const point = new Uint8Array(await exportRaw(pair.publicKey)); // 4, x, y
      const id = crypto.getRandomValues(new Uint8Array(32));
      held = { id, key: pair.privateKey, userHandle: options.user.id };
      const cose = join([
        // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
        Uint8Array.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32),
        point.slice(1, 33),
        Uint8Array.of(0x22, 0x58, 32),
        point.slice(33),
      ]);
      const attested = join([new Uint8Array(16), Uint8Array.of(0, id.length), id, cose]);
      const data = await authenticatorData(rpId, PRESENT | VERIFIED | ATTESTED, attested);
      const attestationObject = join([
        // {"fmt": "none", "attStmt": {}, "authData": data}
        Uint8Array.of(
          0xa3,
          0x63,
          ...encode("fmt"),
          0x64,
          ...encode("none"),
          0x67,
          ...encode("attStmt"),
          0xa0,
        ),
        Uint8Array.of(0x68, ...encode("authData"), 0x59, data.length >> 8, data.length & 255),
        data,
      ]);
      const client = clientData("webauthn.create", options.challenge, shownOrigin);
      return credential(id, {
        clientDataJSON: toBase64Url(client),
        attestationObject: toBase64Url(attestationObject),
      });
    },
    /** Signs in for what `navigator.credentials.get` was given. */
    async sign(options: { readonly challenge: string }, { shownOrigin = origin, rpId = hostname } = {}) {
      if (held === null) throw new Error("this device holds no passkey");
      const { id, key, userHandle } = held;
      const data = await authenticatorData(rpId, PRESENT | VERIFIED);
      const client = clientData("webauthn.get", options.challenge, shownOrigin);
      const signed = join([data, await sha256(client)]);
      const raw = new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, signed));
      return credential(id, {
        clientDataJSON: toBase64Url(client),
        authenticatorData: toBase64Url(data),
        signature: toBase64Url(toDer(raw)),
        userHandle,
      });
    },
  };
}
export type Authenticator = ReturnType<typeof makeAuthenticator>;

type Bytes = Uint8Array<ArrayBuffer>;
type Held = { readonly id: Bytes; readonly key: CryptoKey; readonly userHandle: string };
type CreationOptions = { readonly challenge: string; readonly user: { readonly id: string } };

const ES256 = { name: "ECDSA", namedCurve: "P-256" };
const [PRESENT, VERIFIED, ATTESTED] = [1, 4, 64];

function clientData(type: string, challenge: string, origin: string): Bytes {
  return encode(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function credential<R>(id: Bytes, response: R) {
  return { id: toBase64Url(id), rawId: toBase64Url(id), type: "public-key" as const, response };
}

/** SEQUENCE of two INTEGERs out of the r and s that WebCrypto writes one after the other. */
function toDer(raw: Bytes): Bytes {
  const parts = [raw.slice(0, 32), raw.slice(32)].map((number) => {
    const start = number.findIndex((byte) => byte !== 0);
    const short = number.slice(start === -1 ? 31 : start);
    const positive = (short[0] ?? 0) > 127 ? join([Uint8Array.of(0), short]) : short;
    return join([Uint8Array.of(0x02, positive.length), positive]);
  });
  const body = join(parts);
  return join([Uint8Array.of(0x30, body.length), body]);
}

async function exportRaw(key: CryptoKey): Promise<ArrayBuffer> {
  const raw = await crypto.subtle.exportKey("raw", key);
  if (!(raw instanceof ArrayBuffer)) throw new Error("expected the bytes of a key");
  return raw;
}

async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

function encode(text: string): Bytes {
  return new Uint8Array(new TextEncoder().encode(text));
}

function join(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function toBase64Url(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
