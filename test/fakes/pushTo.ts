/** Pushes with fetch. */
export async function pushTo(url: string, push: unknown): Promise<{ status: number; body: string }> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(push) });
  return { status: response.status, body: await response.text() };
}
