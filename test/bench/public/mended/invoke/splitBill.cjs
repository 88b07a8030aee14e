// Invoked by the till: who pays how much. Amounts are cents.
exports.main_handler = async (event) => {
  const amount = event && event.amount;
  const people = event && event.people;
  if (!Number.isSafeInteger(amount) || amount < 0) throw new TypeError('amount: cents');
  if (!Number.isInteger(people) || people < 1 || people > 100) throw new TypeError('people: 1 to 100');
  const part = Math.floor(amount / people);
  const rest = amount - part * people;
  return { amount, parts: Array.from({ length: people }, (_, index) => part + (index < rest ? 1 : 0)) };
};
