/**
 * The page's policy lets only styles apply that carry the nonce of its answer. Libraries write theirs while the page
 * runs, and not all of them can be told of a nonce, so every style element is given it when it is made. What gets into
 * the page as text has none.
 */
export function giveStylesTheNonce(page: Document) {
  const nonce = page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  if (!nonce) return;
  const make = page.createElement.bind(page);
  page.createElement = ((name: string, options?: ElementCreationOptions) => {
    const made = make(name, options);
    if (made instanceof HTMLStyleElement) made.nonce = nonce;
    return made;
  }) as typeof page.createElement;
}
