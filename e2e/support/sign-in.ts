import { expect, type Page } from '@playwright/test';

export type Persona = 'salesperson' | 'manager' | 'operations' | 'director' | 'administrator';
export type Tongue = 'zh-CN' | 'en';

/** Signs in with a password, on the page a person would use. */
export async function signIn(page: Page, username: string, password: string) {
  await page.goto('/sign-in');
  await page.getByLabel(/^(用户名|User name)$/).fill(username);
  await page.getByLabel(/^(密码|Password)$/).fill(password);
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** Signs in as one of the demonstration's personas through the API, in a language. */
export async function become(page: Page, persona: Persona, tongue: Tongue = 'zh-CN') {
  await page.context().clearCookies();
  await page.request.get('/api/session');
  const token = async () =>
    (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  const signedIn = await page.request.post('/api/session/persona', {
    data: { username: `demo-${persona}` },
    headers: { 'X-XSRF-TOKEN': await token() },
  });
  expect(signedIn.status(), await signedIn.text()).toBe(200);
  await page.request.get('/api/session');
  const spoken = await page.request.put('/api/me/language', {
    data: { language: tongue },
    headers: { 'X-XSRF-TOKEN': await token() },
  });
  expect(spoken.ok(), await spoken.text()).toBe(true);
}
