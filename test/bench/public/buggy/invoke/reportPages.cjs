class ReportService {
  constructor(pageSize) {
    this.pageSize = pageSize;
  }
  plan(total) {
    const pages = Math.floor(total / this.pageSize);
    return Array.from({ length: pages }, (_, page) => ({
      from: page * this.pageSize,
      to: Math.min(total, (page + 1) * this.pageSize),
    }));
  }
}
const service = new ReportService(50);
exports.main_handler = async (event) => {
  const total = Array.isArray(event?.items) ? event.items.length : Number(event?.total);
  if (!Number.isInteger(total) || total < 0 || total > 10_000) return { error: 'total' };
  return { total, pages: service.plan(total) };
};
