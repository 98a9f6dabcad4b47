import { useTranslation } from 'react-i18next';

const strokes =
  'M32 9.5V17M20.5 10.5L24.5 16M43.5 10.5L39.5 16M13.5 25.5V19.5H50.5V25.5M24.5 25.5H39.5V32H24.5Z' +
  'M43 37.2L21 38.8M18.5 44H45.5M12.5 50H51.5M32 38.2V54.5Q32 57 29.5 57H25.5';

/** The mark: 掌 cut into a vermilion seal. `quiet` where the name stands beside it. */
export function Seal({ size = 28, quiet = false }: { size?: number; quiet?: boolean }) {
  const { t } = useTranslation();
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 64 64"
      {...(quiet ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t('common.mark') })}
    >
      <rect x="2" y="2" width="60" height="60" rx="12" fill="#B83A2B" />
      <path
        d={strokes}
        fill="none"
        stroke="#FBF6EE"
        strokeWidth="3.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
