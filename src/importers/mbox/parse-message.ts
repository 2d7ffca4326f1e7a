import PostalMime, { type Address, type Email } from "postal-mime";
import { findDate } from "../../text/written-date.ts";

/** A person in a header. */
interface MailPerson {
  readonly address: string | null;
  readonly name: string;
}

/** What is used of a message. `text` is decoded and not unfolded; ids are without their angle brackets. */
export interface Mail {
  readonly id: string | null;
  readonly from: MailPerson | null;
  readonly subject: string | null;
  /** ISO 8601, UTC. */
  readonly sentAt: string | null;
  readonly inReplyTo: string | null;
  /** From the first message of the thread on. */
  readonly references: readonly string[];
  readonly url: string | null;
  readonly body: { readonly field: "text" | "html"; readonly text: string };
  readonly flow: "fixed" | "flowed" | "delsp";
}

/** The zones that RFC 5322 names besides UT and GMT, as offsets. */
const zones: ReadonlyMap<string, string> = new Map(
  "EST -0500,EDT -0400,CST -0600,CDT -0500,MST -0700,MDT -0600,PST -0800,PDT -0700,CET +0100,CEST +0200"
    .split(",")
    .map((pair) => [pair.slice(0, -6), pair.slice(-5)] as const),
);

/** @throws Error when the parts of the message are nested too deep, or its headers too long. */
export async function parseMessage(bytes: Uint8Array): Promise<Mail> {
  const { bytes: unfolded, flow } = withoutFlow(bytes);
  const mail = await PostalMime.parse(unfolded);
  const headers = new Map(mail.headers.toReversed().map(({ key, value }) => [key, value]));
  const references = idsIn(mail.references);
  return {
    id: idsIn(mail.messageId)[0] ?? null,
    from: personOf(mail, headers),
    subject: plainSubject(mail.subject),
    sentAt: sentAt(headers.get("date") ?? ""),
    inReplyTo: idsIn(mail.inReplyTo)[0] ?? references.at(-1) ?? null,
    references,
    url: /https?:\/\/[^\s<>]+/u.exec(headers.get("archived-at") ?? "")?.[0] ?? null,
    body: bodyOf(mail),
    flow,
  };
}

function bodyOf({ text, html }: Email): Mail["body"] {
  const body =
    text === undefined && html !== undefined
      ? { field: "html" as const, text: html }
      : { field: "text" as const, text: text ?? "" };
  return { ...body, text: body.text.replaceAll("\0", "\ufffd") };
}

/**
 * The message with its format=flowed marks made void, and what they said. The parser unfolds such text
 * without regard to quote marks, and so would leave them inside of lines.
 */
function withoutFlow(bytes: Uint8Array): { bytes: Uint8Array; flow: Mail["flow"] } {
  const source = Buffer.from(bytes).toString("latin1");
  if (!/format="?flowed/iu.test(source)) return { bytes, flow: "fixed" };
  let isFlowed = false;
  let isDelsp = false;
  let isHeader = true;
  const lines = source.split("\n").map((line) => {
    if (line.trim() === "") isHeader = false;
    else if (line.startsWith("--")) isHeader = true;
    if (!isHeader || !/format="?flowed/iu.test(line)) {
      isDelsp ||= isHeader && /delsp="?yes/iu.test(line);
      return line;
    }
    isFlowed = true;
    isDelsp ||= /delsp="?yes/iu.test(line);
    return line.replace(/format=("?)flowed/giu, "format=$1fixed");
  });
  const flow = isFlowed ? (isDelsp ? "delsp" : "flowed") : "fixed";
  return { bytes: Buffer.from(lines.join("\n"), "latin1"), flow };
}

/** Who wrote it. Lists that send in a member's name say "Ann via list" and give the member where to reply. */
function personOf(mail: Email, headers: ReadonlyMap<string, string>): MailPerson | null {
  const archived = /^\s*(\S+) at (\S+)\s+\(([^()]*)\)\s*$/u.exec(headers.get("from") ?? "");
  if (archived) return person(`${archived[1]}@${archived[2]}`, archived[3] ?? "");
  const from = mailboxOf(mail.from);
  if (from === null) return null;
  const [, member] = /^(.+?)\s+via\s+.+$/iu.exec(from.name) ?? [];
  if (member === undefined) return person(from.address, from.name);
  return person(mailboxOf(mail.replyTo?.[0])?.address ?? "", member.replace(/^["']|["']$/gu, ""));
}

function person(address: string, name: string): MailPerson | null {
  const shown = name.trim() || (address.split("@")[0] ?? "");
  return shown === "" ? null : { address: address.toLowerCase() || null, name: shown };
}

function mailboxOf(address: Address | undefined): { name: string; address: string } | null {
  return address === undefined || address.address === undefined ? null : address;
}

/** `Re:` and its like in other languages, and the stamps that forwarding adds. */
const answered = /^(?:\s*(?:re|aw|sv|antw|odp|fwd?|wg|tr)(?:\[\d+\])?\s*:)+\s*/iu;

function plainSubject(subject: string | undefined): string | null {
  return (subject ?? "").replace(answered, "").replace(/\s+/gu, " ").trim() || null;
}

/** The date of a message; archives also have the form of C's asctime. Without a zone it is UTC. */
function sentAt(value: string): string | null {
  const plain = value
    .replace(/\b([A-Za-z]{3}) +(\d{1,2}) +(\d{2}:\d{2}:\d{2}) +(\d{4})\b/u, "$2 $1 $4 $3")
    .replace(/\b[A-Z]{3,4}\b/gu, (name) => zones.get(name) ?? name);
  return findDate(plain)?.instant ?? null;
}

function idsIn(value: string | undefined): readonly string[] {
  const found = [...(value ?? "").matchAll(/<([^<>\s]{1,400})>/gu)].map(([, id]) => id ?? "");
  return found.length > 0 || value === undefined
    ? found
    : value
        .trim()
        .split(/\s+/u)
        .filter((id) => id.includes("@"));
}
