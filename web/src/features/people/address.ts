/** The address of the organisation: of a day, with a unit in sight. */
export function organisationHref({ on, unit }: { on?: string; unit?: string }) {
  const params = new URLSearchParams();
  if (on) params.set('on', on);
  if (unit) params.set('unit', unit);
  return params.size ? `/organisation?${params}` : '/organisation';
}
