import './texts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, type Cell, type Column, type Ref } from '@/shared/api';
import { useProblemText } from '@/shared/ui';
import { CheckOutlined, CloseOutlined } from '@/shared/ui/icons';
import { changeFields, rawOf, useRecordsChanged, type Raw } from './data';
import { FieldInput } from './FieldInput';
import styles from './bulk.module.css';

type Props = { list: string; id: string; column: Column; value: Cell | undefined; onClose: () => void };

const chosenAtOnce: ReadonlySet<Column['kind']> = new Set([
  'CHOICE',
  'FLAG',
  'DATE',
  'PERSON',
  'RECORD',
  'UNIT',
]);

/** One field of one record, changed where it stands. Somebody else's change since it was shown is not overwritten. */
export default function CellEditor({ list, id, column, value, onClose }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const changed = useRecordsChanged();
  const was = rawOf(value);
  const [now, setNow] = useState<Raw>(was);
  const box = useRef<HTMLDivElement>(null);
  const save = useMutation({
    mutationFn: (next: Raw) => changeFields(list, id, { [column.key]: next }, { [column.key]: was }),
    onSuccess: async () => {
      await changed();
      onClose();
    },
  });
  const isSame = JSON.stringify(now) === JSON.stringify(was);
  const done = (next: Raw) => (JSON.stringify(next) === JSON.stringify(was) ? onClose() : save.mutate(next));
  const choose = (next: Raw) => {
    setNow(next);
    save.reset();
    if (chosenAtOnce.has(column.kind)) done(next);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Enter' && (column.kind !== 'LONG_TEXT' || event.ctrlKey || event.metaKey)) {
      if (chosenAtOnce.has(column.kind) || column.kind === 'TAGS') return;
      event.preventDefault();
      done(now);
    }
  };
  // A press elsewhere keeps what was typed, as leaving a form would ask.
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      const target = event.target as HTMLElement;
      if (box.current?.contains(target) || target.closest('[class*="-dropdown"],[class*="-popover"]')) return;
      if (isSame) onClose();
      else if (!save.isPending && !save.isError) save.mutate(now);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  });
  const message =
    (save.error && (isProblem(save.error) ? save.error.errors[0]?.message : null)) ||
    problemTextOf(save.error);
  function problemTextOf(error: unknown) {
    return error ? problemText(error) : null;
  }
  const known: Ref[] = typeof value === 'object' && value !== null && 'id' in value ? [value] : [];
  return (
    // Keys typed here are no shortcuts of the list around it.
    <div ref={box} className={styles.editor} onKeyDown={onKey} data-wide={column.kind === 'LONG_TEXT'}>
      <div className={styles.line}>
        <FieldInput column={column} value={now} onChange={choose} known={known} autoFocus open />
        <Button
          size="small"
          type="primary"
          icon={<CheckOutlined />}
          aria-label={t('bulk.cell.save')}
          title={t('bulk.cell.hint')}
          loading={save.isPending}
          onClick={() => done(now)}
        />
        <Button size="small" icon={<CloseOutlined />} aria-label={t('bulk.cell.cancel')} onClick={onClose} />
      </div>
      {message && (
        <p className={styles.problem} role="alert">
          {message}
        </p>
      )}
    </div>
  );
}
