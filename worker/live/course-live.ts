import { DurableObject } from "cloudflare:workers";
import * as z from "zod/mini";
import { type ClassEvent, type HereList, type LiveMessage, SESSION_ENDED } from "../../shared/api/live.ts";
import { LIVE_RECHECK_SECONDS, PRESENCE_KEPT_SECONDS } from "../../shared/limits.ts";
import type { Bindings } from "../environment.ts";
import { listWatching } from "../store/watching.ts";
import { makePresence, type PresenceStore } from "./presence-store.ts";

/** What a socket carries through hibernation: the session that it was opened with. */
const Attached = z.object({ course: z.string(), tokenHash: z.string() });

/**
 * One course, watched live. The Worker lets staff in and hands their upgrades on; everything else comes as calls. Sockets
 * hibernate: between messages nothing runs and nothing is paid for, so nothing is kept in fields but what may be lost.
 */
export class CourseLive extends DurableObject<Bindings> {
  private readonly presence: PresenceStore;
  private checkedAt = 0;

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    this.presence = makePresence(ctx.storage.sql);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
  }

  /** Takes a socket of a session that the Worker has let in; `x-live` says which. */
  override async fetch(request: Request): Promise<Response> {
    const attached = Attached.parse(JSON.parse(request.headers.get("x-live") ?? "null"));
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    server.serializeAttachment(attached);
    send(server, { kind: "hello", ...(await this.listHere()) });
    await this.ctx.storage.setAlarm(Date.now() + LIVE_RECHECK_SECONDS * 1_000);
    return new Response(null, { status: 101, webSocket: client });
  }

  /** Hands an event to everyone who watches and still may. */
  async tell(event: ClassEvent): Promise<void> {
    if (event.kind === "here") {
      this.presence.put(event);
      await this.wakeIn(PRESENCE_KEPT_SECONDS);
    }
    if (this.ctx.getWebSockets().length === 0) return;
    if (Date.now() - this.checkedAt > LIVE_RECHECK_SECONDS * 1_000) await this.recheck();
    for (const socket of this.ctx.getWebSockets()) send(socket, event);
  }

  async listHere(): Promise<HereList> {
    const now = Date.now();
    return { here: this.presence.list(now), now: new Date(now).toISOString() };
  }

  /** Of whoever was erased, nothing is left here. */
  async forget(member: string): Promise<void> {
    this.presence.forgetMember(member);
  }

  /** Closes every socket whose session has ended, or whose member may no longer see the class. */
  async recheck(): Promise<void> {
    const sockets = this.ctx.getWebSockets();
    const attached = sockets.map((socket) => Attached.parse(socket.deserializeAttachment()));
    const [first] = attached;
    if (first === undefined) return;
    const watching = await listWatching(this.env.DB, {
      course: first.course,
      tokenHashes: attached.map(({ tokenHash }) => tokenHash),
      now: new Date().toISOString(),
    });
    for (const [i, socket] of sockets.entries()) {
      if (!watching.has(attached[i]?.tokenHash ?? "")) socket.close(SESSION_ENDED, "This session has ended.");
    }
    this.checkedAt = Date.now();
  }

  override async alarm(): Promise<void> {
    await this.recheck();
    this.presence.forgetOld(Date.now());
    if (this.ctx.getWebSockets().length > 0) await this.wakeIn(LIVE_RECHECK_SECONDS);
    else if (this.presence.list(Date.now()).length > 0) await this.wakeIn(PRESENCE_KEPT_SECONDS);
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    socket.close(code === 1005 ? 1000 : code);
  }

  /** Unless it wakes anyway: an earlier alarm looks after what comes later. */
  private async wakeIn(seconds: number): Promise<void> {
    if ((await this.ctx.storage.getAlarm()) === null)
      await this.ctx.storage.setAlarm(Date.now() + seconds * 1_000);
  }
}

function send(socket: WebSocket, message: LiveMessage): void {
  try {
    socket.send(JSON.stringify(message));
  } catch {
    // It is closing; its page connects again and reads everything anew.
  }
}
