import { expect, test } from 'vitest';
import { drawBucket, drawFilmPath, drawRegion, splitFilmPath } from '../../src/domain/media/film.js';
import { plainRequest } from '../../src/kernel/draw.js';
import { SeededDraw } from '../../src/kernel/seededDraw.js';

test('the path of a film begins with one slash and has a name, however hostile it is', () => {
  for (const hostile of [0, 1]) {
    const draw = new SeededDraw(1, 'film', { ...plainRequest, hostile });
    for (let index = 0; index < 200; index++) {
      const path = drawFilmPath(draw.restart(index));
      expect(path).toMatch(/^\/[^/]/);
      const { stem, extension } = splitFilmPath(path);
      expect(path.endsWith(`${stem}${extension}`)).toBe(true);
      expect(extension).toMatch(/^$|^\.[^./]*$/);
    }
  }
  const draw = new SeededDraw(1, 'film', plainRequest);
  expect(drawBucket(draw, '1250000001')).toMatch(/^[a-z][a-z-]*-1250000001$/);
  expect(drawRegion(draw)).toMatch(/^[a-z]+-[a-z]+/);
});

test.each([
  ['/a/b/film.mp4', 'film', '.mp4'],
  ['/film', 'film', ''],
  ['/a.b/film', 'film', ''],
  ['/a/film.tar.gz', 'film.tar', '.gz'],
])('%s is called %s with %j behind it', (path, stem, extension) => {
  expect(splitFilmPath(path)).toEqual({ stem, extension });
});
