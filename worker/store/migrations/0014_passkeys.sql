-- A passkey signs a member of the staff in: here is the public half of a key whose other half never leaves the member's device.
CREATE TABLE passkeys (
  id TEXT PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (course),
  member TEXT NOT NULL REFERENCES members (id),
  name TEXT NOT NULL,
  -- Both base64url; the key is COSE.
  credential_id TEXT NOT NULL UNIQUE,
  public_key TEXT NOT NULL,
  -- Of the signatures that the device says it has made; 0 for ever where it does not count.
  counter INTEGER NOT NULL CHECK (counter >= 0),
  created_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX passkeys_member ON passkeys (member);

-- What a device is to sign, once. Of a member who adds a passkey, one each; of nobody where someone signs in.
CREATE TABLE passkey_challenges (
  challenge TEXT PRIMARY KEY,
  course TEXT REFERENCES courses (course),
  member TEXT UNIQUE REFERENCES members (id),
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX passkey_challenges_age ON passkey_challenges (expires_at);
