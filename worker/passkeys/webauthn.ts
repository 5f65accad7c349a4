type WebAuthn = typeof import("@simplewebauthn/server") & typeof import("@simplewebauthn/server/helpers");

/**
 * WebAuthn's library. It is large and few requests need it, so that the first of them loads it. What it reads certificates with wants
 * reflect-metadata to be there before; a bundler runs the two in another order.
 */
export async function loadWebAuthn(): Promise<WebAuthn> {
  await import("reflect-metadata");
  const [server, helpers] = await Promise.all([
    import("@simplewebauthn/server"),
    import("@simplewebauthn/server/helpers"),
  ]);
  return { ...server, ...helpers };
}
