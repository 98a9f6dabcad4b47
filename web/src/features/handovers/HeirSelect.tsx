import './texts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '@/shared/api';
import { RecordSelect } from '@/shared/forms';

/** Whoever works here, today or still for a while. */
const here: Filter = {
  any: [
    { column: 'leftOn', operator: 'EMPTY' },
    { column: 'leftOn', operator: 'WITHIN', values: ['FUTURE'] },
  ],
};

type Props = {
  id?: string;
  label: string;
  /** Without one it keeps what was chosen itself. */
  value?: string[];
  onChange: (heirs: string[]) => void;
};

/** One successor, or several who get as many each. */
export function HeirSelect({ id, label, value, onChange }: Props) {
  const { t } = useTranslation();
  const [own, setOwn] = useState<string[]>([]);
  return (
    <RecordSelect
      {...(id && { id })}
      multiple
      list="people"
      filter={here}
      aria-label={label}
      placeholder={t('handovers.nobody')}
      value={value ?? own}
      onChange={heirs => {
        setOwn(heirs);
        onChange(heirs);
      }}
    />
  );
}
