import { isIPv4 } from "node:net";

/** Whether only this machine can reach a server that listens on `host`. The empty host means every address. */
export function isLoopback(host: string): boolean {
  return (
    ["localhost", "::1", "[::1]"].includes(host.toLowerCase()) || (isIPv4(host) && host.startsWith("127."))
  );
}
