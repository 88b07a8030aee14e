// Makes pools of realistic texts once: written by hand, and from faker, whose upgrade cannot change anybody's fixtures.
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
  const listed = (words) => words.split(' ');
  const pools = {
    personNames: [
      'Full names, Chinese and English.',
      [...unique(24, () => zh.person.fullName()), ...unique(24, () => en.person.fullName())],
    ],
    cities: [
      'City names, Chinese and English.',
      listed(
        '深圳 广州 上海 北京 成都 杭州 南京 武汉 西安 重庆 苏州 厦门 Singapore Tokyo Seoul Bangkok Mumbai Frankfurt Toronto Jakarta',
      ),
    ],
    products: ['Product names.', unique(48, () => en.commerce.productName())],
    words: [
      'Lower-case English words of shops and their systems, without spaces.',
      listed(
        'order payment refund invoice delivery parcel courier stock warehouse supplier product catalog price discount coupon cart checkout customer account member address review rating return exchange gift season tea lamp desk chair novel keyboard umbrella camera phone tablet headset jacket shoes bottle kettle backup report digest upload download thumbnail video audio subtitle banner login session signup survey alarm metric device sensor gateway battery',
      ),
    ],
    sentences: [
      'Short sentences, English and Chinese.',
      [
        'Your order has been shipped.',
        'The parcel arrives on Friday.',
        'Please call before delivery.',
        'Welcome to our spring sale.',
        'Today we look at three new cameras.',
        'The battery lasts for two days.',
        'Do not forget to subscribe to our channel.',
        'We meet at the north gate at nine.',
        'The train to the airport leaves every ten minutes.',
        'How much is this lamp?',
        'It is raining in the mountains tonight.',
        'The second half begins with a goal.',
        '欢迎来到今天的直播间。',
        '这款相机的电池可以用两天。',
        '订单已经发货，预计周五送达。',
        '请在送货前打电话给我。',
        '下面我们来看第二个问题。',
        '这盏台灯多少钱？',
        '今天下午有小雨，出门请带伞。',
        '会议改到九点，在三楼。',
        '下半场一开始就进了一个球。',
        '感谢大家的观看，我们下期再见。',
      ],
    ],
    fileNames: [
      'File names with an extension.',
      listed(
        'logo.png avatar.jpg banner-2026.png product-1024.jpeg receipt_20260114.pdf invoice-88412.pdf contract.pdf report-2026-01.csv orders.csv export.json backup.tar.gz index.html app.js style.css intro.mp4 lesson-03.mp4 trailer.mp4 podcast-12.mp3 voice.wav ringtone.mp3 animation.gif cover.jpg photo_0042.jpg IMG_2051.JPG scan.tiff map.svg readme.txt notes.md data.xlsx slides.pptx letter.docx access.log',
      ),
    ],
    userAgents: [
      'User-Agent headers of browsers and tools.',
      ['curl/8.5.0', 'python-requests/2.32.3', 'okhttp/4.12.0', ...unique(21, () => en.internet.userAgent())],
    ],
    slugs: [
      'Lower-case words joined by hyphens, as in paths and names of tasks.',
      listed(
        'spring-sale new-arrivals order-history track-parcel return-item gift-cards about-us contact-us release-notes getting-started price-list size-guide store-finder weekly-deals best-sellers sign-in sync-orders send-digest close-carts resize-images export-report import-catalog check-stock refresh-cache rotate-logs charge-members remind-reviews clean-uploads index-products notify-couriers update-rates archive-orders',
      ),
    ],
  };
  const text = Object.entries(pools)
    .map(
      ([name, [about, values]]) =>
        `/** ${about} */\nexport const ${name}: readonly string[] = ${JSON.stringify(values)};\n`,
    )
    .join('\n');
  return `${banner}${text}`;
}
