exports.main_handler = async (event) => {
  Object.prototype.polluted = event.Time;
  Array.prototype.last = function last() {
    return this.at(-1);
  };
};
