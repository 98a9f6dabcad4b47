import { expect, test } from 'vitest';
import { giveStylesTheNonce } from './nonce';

function page(head: string) {
  return new DOMParser().parseFromString(`<head>${head}</head>`, 'text/html');
}

test('styles that are made carry the nonce of the page, other elements none', () => {
  const made = page('<meta property="csp-nonce" nonce="abc" />');
  giveStylesTheNonce(made);
  expect(made.createElement('style').nonce).toBe('abc');
  expect(made.createElement('STYLE').nonce).toBe('abc');
  expect(made.createElement('script').nonce).toBe('');
});

test('a page without a nonce is left alone', () => {
  const made = page('');
  giveStylesTheNonce(made);
  expect(made.createElement('style').nonce).toBe('');
});
