// Comma-separated values, RFC 4180, as connect postings export writes them (Csv.java; the same examples test both): what a
// spreadsheet would run as a formula gets an apostrophe before it, and what a terminal would obey is replaced by its number,
// since payers choose their own names.

/** What tells a spreadsheet that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** The beginning of a cell, or of what is one where cells end with a semicolon or a tab, before a formula. */
const FORMULA = /((?:^|[,;\t\n"])[\t\p{Zs}"]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;

/** Control characters but line breaks and tabs, what turns the direction of writing, halves of characters. */
const HARMFUL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\p{Cs}]/gu;

export const line = (cells) => `${cells.map(cell).join(',')}\r\n`;

function cell(value) {
  const plain = String(value ?? '')
    .replaceAll('\r\n', '\n')
    .replace(HARMFUL, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const safe = NUMBER.test(plain) ? plain : plain.replace(FORMULA, "$1'");
  return /[,;"\t\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
