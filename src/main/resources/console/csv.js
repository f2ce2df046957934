// Comma-separated values, RFC 4180, as connect postings export writes them: a cell that a spreadsheet would run as a
// formula gets a leading apostrophe, since payers choose their own names.

/** What tells a spreadsheet that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

export const line = (cells) => `${cells.map(cell).join(',')}\r\n`;

function cell(value) {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
