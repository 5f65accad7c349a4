// Which port the lab takes, and who has it already. Plain JavaScript: `npm start` asks before it installs anything.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { connect, createServer } from "node:net";

export const DEFAULT_PORT = 8787;

/**
 * Reads PORT.
 * @param {string | undefined} text
 * @returns {number | null} null where it is no port
 */
export function parsePort(text) {
  if (text === undefined || text === "") return DEFAULT_PORT;
  const port = Number(text);
  return /^\d+$/.test(text) && port >= 1 && port <= 65_535 ? port : null;
}

/**
 * The port that PORT asks for. Exits 1 with words when it is none, or is taken.
 * @param {string} command what to type again, for the message
 */
export async function demandFreePort(command) {
  const port = parsePort(process.env.PORT);
  if (port === null) {
    console.error(
      `PORT must be a whole number from 1 to 65535, got ${JSON.stringify(process.env.PORT)}: PORT=8788 ${command}`,
    );
    process.exit(1);
  }
  if (await isFree(port)) return port;
  const other = port < 65_535 ? port + 1 : DEFAULT_PORT;
  console.error(
    `Port ${port} is taken (by ${holderOf(port)}). Stop that program, or choose another: PORT=${other} ${command}`,
  );
  process.exit(1);
}

/**
 * Whether nothing answers on the port and it can be listened on, on both loopback addresses.
 * @param {number} port
 */
export async function isFree(port) {
  for (const host of ["127.0.0.1", "::1"]) {
    if ((await answers(port, host)) || !(await canListen(port, host))) return false;
  }
  return true;
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function answers(port, host) {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1_000 });
    const end = (/** @type {boolean} */ value) => {
      socket.destroy();
      resolve(value);
    };
    socket.on("connect", () => end(true));
    socket.on("timeout", () => end(false));
    socket.on("error", () => end(false));
  });
}

/**
 * True also where the address does not exist, as ::1 on a machine without IPv6.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (error) => {
      const code = "code" in error ? error.code : "";
      resolve(code !== "EADDRINUSE" && code !== "EACCES");
    });
    server.listen({ port, host }, () => server.close(() => resolve(true)));
  });
}

/**
 * Names the program that listens, as `python3, process 4711`, as far as this machine tells.
 * @param {number} port
 */
export function holderOf(port) {
  try {
    return process.platform === "linux" ? linuxHolder(port) : lsofHolder(port);
  } catch {
    return "another program";
  }
}

/** @param {number} port */
function linuxHolder(port) {
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  const listening = "0A";
  const lines = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) =>
    readFileSync(table, "utf8").split("\n"),
  );
  const sockets = lines
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[1]?.endsWith(`:${hex}`) && columns[3] === listening)
    .map((columns) => `socket:[${columns[9]}]`);
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    if (openFiles(pid).some((file) => sockets.includes(file))) {
      return `${readFileSync(`/proc/${pid}/comm`, "utf8").trim()}, process ${pid}`;
    }
  }
  return "another user's program";
}

/** @param {string} pid */
function openFiles(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
  } catch {
    return [];
  }
}

/** @param {number} port */
function lsofHolder(port) {
  const { stdout } = spawnSync("lsof", ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fpc"], {
    encoding: "utf8",
  });
  const pid = /^p(\d+)/m.exec(stdout)?.[1];
  const name = /^c(.+)/m.exec(stdout)?.[1];
  return pid === undefined ? "another program" : `${name}, process ${pid}`;
}
