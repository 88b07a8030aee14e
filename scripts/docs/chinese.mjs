import { resolve } from 'node:path';
import { rolldown } from 'rolldown';

/** What src/chinese exports; the package does not have it. */
export async function loadChinese(root) {
  const bundle = await rolldown({
    cwd: resolve(root),
    input: './src/chinese/index.ts',
    platform: 'node',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}
