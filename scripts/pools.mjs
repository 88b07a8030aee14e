// Draws pools of realistic words from faker once, so that a faker upgrade cannot change anybody's fixtures.
import { faker as en } from '@faker-js/faker/locale/en';
import { faker as zh } from '@faker-js/faker/locale/zh_CN';

/** @returns the text of src/generated/pools.ts */
export function makePools(banner) {
  en.seed(20240101);
  zh.seed(20240101);
  const unique = (count, make) => {
    const values = new Set();
    for (let tries = 0; values.size < count && tries < count * 50; tries++) values.add(make());
    return [...values];
  };
  const pools = {
    personNames: [
      'Full names, Chinese and English.',
      [...unique(24, () => zh.person.fullName()), ...unique(24, () => en.person.fullName())],
    ],
    cities: [
      'City names, Chinese and English.',
      [...unique(16, () => zh.location.city()), ...unique(16, () => en.location.city())],
    ],
    products: ['Product names.', unique(48, () => en.commerce.productName())],
    departments: ['Departments of a shop.', unique(16, () => en.commerce.department())],
    words: [
      'Lower-case English nouns without spaces.',
      unique(64, () => en.word.noun().toLowerCase()).filter((word) => /^[a-z]+$/.test(word)),
    ],
    sentences: [
      'Short sentences, English and Chinese.',
      [
        ...unique(24, () => en.hacker.phrase()),
        ...unique(16, () => `${zh.person.fullName()}在${zh.location.city()}下了订单`),
      ],
    ],
    fileNames: [
      'File names with an extension.',
      unique(48, () => en.system.commonFileName().replaceAll(/[^\w.-]/g, '-')),
    ],
    userAgents: [
      'User-Agent headers of browsers and tools.',
      ['curl/8.5.0', 'python-requests/2.32.3', 'okhttp/4.12.0', ...unique(21, () => en.internet.userAgent())],
    ],
    slugs: ['Lower-case words joined by hyphens.', unique(32, () => en.lorem.slug(2))],
  };
  const text = Object.entries(pools)
    .map(
      ([name, [about, values]]) =>
        `/** ${about} */\nexport const ${name}: readonly string[] = ${JSON.stringify(values)};\n`,
    )
    .join('\n');
  return `${banner}${text}`;
}
