export { type ArbitraryOptions, arbitraryOf } from './arbitraryOf.js';
export { lifeOf } from './lifeOf.js';
export { type Spoiled, spoiledOf } from './spoiledOf.js';
