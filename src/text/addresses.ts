/** Web and mail addresses and file names. Punctuation behind one is not part of it. */
const address =
  /(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}…*_]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|ai|dev|txt|html?|json|js|ts|py|md|pdf)\b(?:\/[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}])?/gi;

/** The text with each address written over by `mark`, one code unit: as long as the text, so places stay. */
export function maskAddresses(text: string, mark: string): string {
  return text.replace(address, (found) => mark.repeat(found.length));
}
