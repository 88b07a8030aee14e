// Invoked by the shop: which size a picture gets in a box, never larger than it is.
const isSize = (value) => Number.isFinite(value) && value > 0 && value <= 100_000;
exports.main_handler = async (event) => {
  const { width, height, box = 200 } = event ?? {};
  if (![width, height, box].every(isSize)) return { error: 'width, height and box are numbers' };
  const scale = Math.min(1, box / width, box / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};
