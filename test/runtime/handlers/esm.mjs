let calls = 0;
export const main_handler = async () => ({ calls: ++calls });
export default { other_handler: async () => 'through default' };
