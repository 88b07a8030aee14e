import { expect, test } from 'vitest';
import { requestsIn } from '../../src/fuzz/search/learn/routesIn.js';
import { drawUpload, fileNamesIn } from '../../src/fuzz/search/learn/uploads.js';
import { plainRequest } from '../../src/kernel/draw.js';
import { SeededDraw } from '../../src/kernel/seededDraw.js';

test.each<readonly [code: string, names: readonly string[]]>([
  ["const upload = multer(); app.post('/a', upload.single('avatar'), one)", ['avatar']],
  ["multer().array('photos', 3)", ['photos']],
  ["multer().fields([{ name: 'front', maxCount: 1 }, { name: 'back', maxCount: 1 }])", ['front', 'back']],
  ["@UseInterceptors(FileInterceptor('file')) // multer", ['file']],
  ["f = request.files['report']; g = request.files.get('more')", ['report', 'more']],
  ['async def add(cover: UploadFile = File(...)): ...', ['cover']],
  ["const body = await context.req.parseBody(); save(body['x'])", ['file']],
  ['formidable(); done(files.picture, files.length)', ['picture']],
  ["list.single('no upload')", []],
])('files are taken in fields of %s', (code, names) => {
  expect(fileNamesIn(code)).toEqual(names);
  expect(requestsIn(code).files).toEqual(names);
});

test('an upload is a form as servers read it', async () => {
  const draw = new SeededDraw('a', 'upload', plainRequest);
  const names = new Set<string>();
  for (let index = 0; index < 50; index++) {
    const { type, text } = drawUpload(draw.restart(index), ['front', 'back'], [['title', '价格 "1"']]);
    const form = await new Response(text, { headers: { 'content-type': type } }).formData();
    expect(form.get('title')).toBe('价格 "1"');
    const files = [...form].filter(([, value]) => value instanceof File);
    expect(files.length).toBeGreaterThan(0);
    for (const [name, value] of files) if (value instanceof File) names.add(`${name} ${value.name}`);
  }
  expect([...names]).toEqual(expect.arrayContaining(['front a.txt', 'back a.txt', 'front 报告 2026.pdf']));
});

test.each([
  ["if (url.pathname === '/import' && req.method === 'POST') take()", 'POST /import'],
  ['if path == "/hooks" and request.method == "PUT": take()', 'PUT /hooks'],
  ["if (req.method === 'DELETE' && url === '/x') drop()", 'DELETE /x'],
])('the method of a route is read where it stands: %s', (code, expected) => {
  const routes = requestsIn(code).routes.map(({ method = 'ANY', template }) => `${method} ${template}`);
  expect(routes).toEqual([expected]);
});
