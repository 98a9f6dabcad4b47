/** How often a page that stays open asks whether the server has been upgraded. */
const everyHour = 3_600_000;

/**
 * The offline shell and its upgrades: `onNewer` is called when a newer version of the client stands ready, with what
 * makes it take over. Only where the site is served over TLS, or from this machine, do browsers have workers.
 */
export async function keepShell(onNewer: (takeOver: () => void) => void) {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('/worker.js').catch(() => null);
  if (!registration) return;
  let wanted = false;
  navigator.serviceWorker.addEventListener('controllerchange', () => wanted && location.reload());
  const offer = () => {
    const { waiting } = registration;
    // The very first one has nobody to take over from.
    if (!waiting || !navigator.serviceWorker.controller) return;
    onNewer(() => {
      wanted = true;
      waiting.postMessage('take-over');
    });
  };
  offer();
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => installing.state === 'installed' && offer());
  });
  const look = () => void registration.update().catch(() => undefined);
  setInterval(look, everyHour);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look());
}
