/* global document, localStorage, matchMedia */
// Before the page is first painted: light, dark, or as the device has it. See src/shared/theme/choice.ts.
(function () {
  let chosen = null;
  try {
    chosen = localStorage.getItem('zhanggui.theme');
  } catch {
    // Storage may be forbidden; the device decides.
  }
  const dark =
    chosen === 'DARK' || (chosen !== 'LIGHT' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  if (dark) document.querySelector('meta[name="theme-color"]').setAttribute('content', '#14181D');
})();
