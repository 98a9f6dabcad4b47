import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@/shared/ui/icons';

type Props = {
  /** What the line is called, for those who hear it. */
  name: string;
  index: number;
  count: number;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
  removeIcon?: ReactNode;
  /** More to do with the line, before it is removed. */
  children?: ReactNode;
};

/** Moves one line of several up or down, or takes it away. */
export function LineButtons({ name, index, count, onMove, onRemove, removeIcon, children }: Props) {
  const { t } = useTranslation();
  const plain = { type: 'text', size: 'small' } as const;
  return (
    <>
      <Button
        {...plain}
        icon={<ArrowUpOutlined />}
        disabled={index === 0}
        aria-label={t('forms.line.up', { name })}
        onClick={() => onMove(index, index - 1)}
      />
      <Button
        {...plain}
        icon={<ArrowDownOutlined />}
        disabled={index === count - 1}
        aria-label={t('forms.line.down', { name })}
        onClick={() => onMove(index, index + 1)}
      />
      {children}
      <Button
        {...plain}
        icon={removeIcon ?? <CloseOutlined />}
        aria-label={t('forms.line.remove', { name })}
        onClick={onRemove}
      />
    </>
  );
}
