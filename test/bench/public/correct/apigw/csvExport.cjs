// Rows as CSV for a spreadsheet: quotes doubled, formulas made harmless.
const cell = (value) => {
  const text = String(value ?? '');
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replace(/"/g, '""')}"`;
};
exports.main_handler = async (event) => {
  const rows = Object.entries(event.queryString ?? {}).map(([name, value]) => [
    name,
    [value].flat().join(' '),
  ]);
  const body = [['name', 'value'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
  return {
    isBase64Encoded: true,
    statusCode: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="export.csv"',
    },
    body: Buffer.from(`\ufeff${body}\r\n`).toString('base64'),
  };
};
