// Adds to package-lock.json the optional packages of other platforms that npm left out because the registry at hand
// does not hold them. Without their entries `npm ci` refuses the lock; with them it installs what fits the machine.
// Run it after every `npm install`: node .ci/complete-lock.mjs
import { readFileSync, writeFileSync } from "node:fs";

const path = new URL("../package-lock.json", import.meta.url);
const systems = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
  "aix",
];
const processors = [
  ["arm-eabi", "arm"],
  ["arm-gnueabihf", "arm"],
  ["arm-musleabihf", "arm"],
  ["arm64", "arm64"],
  ["x64", "x64"],
  ["ia32", "ia32"],
  ["ppc64", "ppc64"],
  ["s390x", "s390x"],
  ["riscv64", "riscv64"],
  ["loong64", "loong64"],
  ["mips64el", "mips64el"],
  ["wasm32", "wasm32"],
  ["arm", "arm"],
];

const lock = JSON.parse(readFileSync(path, "utf8"));
const { packages } = lock;
let added = 0;
for (const [at, entry] of Object.entries(packages))
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(at, name)) continue;
    if (!/^\d/u.test(version))
      throw new Error(`${at} asks for ${name} ${version}, which is no exact version`);
    packages[`node_modules/${name}`] = {
      version,
      ...platformOf(name),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    };
    added++;
  }
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} packages of other platforms added\n`);

/** Whether a package is found from the folder `at` upwards, as Node would look for it. */
function isLocked(at, name) {
  for (let base = at; ; base = base.slice(0, Math.max(0, base.lastIndexOf("/node_modules/")))) {
    if (packages[`${base === "" ? "" : `${base}/`}node_modules/${name}`]) return true;
    if (base === "") return false;
  }
}

/** What a package of one platform says of it by its name. */
function platformOf(name) {
  const tail = name.split("/").at(-1);
  const os = systems.find((one) => tail.includes(one));
  const cpu = processors.find(([part]) => tail.includes(part))?.[1];
  const libc = /musl/u.test(tail) ? "musl" : /gnu/u.test(tail) && os === "linux" ? "glibc" : null;
  return { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}) };
}
