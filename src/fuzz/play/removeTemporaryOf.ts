export { removeTemporaryOf } from '../../runtime/ownTemp.js';
