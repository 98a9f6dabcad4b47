import './texts';
import { Alert, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { Bars, usePhone } from '@/shared/ui';
import type { StepProps } from './ImportPage';
import { withLayout } from './spec';
import type { FileLine, Layout } from './types';
import styles from './imports.module.css';

const encodings = [
  'UTF-8',
  'GB18030',
  'UTF-16LE',
  'UTF-16BE',
] as const satisfies readonly Layout['encoding'][];
const separators = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const;

/** How the file was read, beside what came of it. */
export function LayoutStep({ imported, spec, onChange, readOnly }: StepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const { layout, head, sheets, damaged } = imported;
  const reading = spec.mapping === null;
  const change = (patch: Parameters<typeof withLayout>[1]) => onChange(withLayout(spec, patch), 0);
  const headerLine = spec.layout.headerLine ?? layout.headerLine;
  const field = (name: string, label: string, select: React.ReactNode) => (
    <div className={styles.setting}>
      <label htmlFor={id + name}>{label}</label>
      {select}
    </div>
  );
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('imports.layout.title')}</h2>
      <p className={styles.hint}>{t('imports.layout.text')}</p>
      <div className={styles.settings}>
        {layout.format === 'CSV' &&
          field(
            'encoding',
            t('imports.layout.encoding'),
            <Select
              id={`${id}encoding`}
              value={spec.layout.encoding}
              disabled={readOnly}
              options={encodings.map(value => ({ value, label: value }))}
              onChange={encoding => change({ encoding })}
            />,
          )}
        {layout.format === 'CSV' &&
          field(
            'separator',
            t('imports.layout.separator'),
            <Select
              id={`${id}separator`}
              value={spec.layout.separator}
              disabled={readOnly}
              options={(Object.keys(separators) as (keyof typeof separators)[]).map(value => ({
                value,
                label: t(`imports.layout.separators.${separators[value]}`),
              }))}
              onChange={separator => change({ separator })}
            />,
          )}
        {sheets.length > 0 &&
          field(
            'sheet',
            t('imports.layout.sheet'),
            <Select
              id={`${id}sheet`}
              value={spec.layout.sheet}
              disabled={readOnly || sheets.length === 1}
              options={sheets.map(value => ({ value, label: value }))}
              onChange={sheet => change({ sheet })}
            />,
          )}
        {field(
          'header',
          t('imports.layout.headerLine'),
          <Select
            id={`${id}header`}
            value={headerLine}
            disabled={readOnly}
            options={[
              { value: 0, label: t('imports.layout.noHeader') },
              ...head.map(({ line }) => ({ value: line, label: t('imports.layout.line', { number: line }) })),
            ]}
            onChange={line => change({ headerLine: line })}
          />,
        )}
      </div>
      {damaged > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('imports.layout.damaged', { count: damaged, number: format.exactNumber(damaged) })}
          style={{ marginBottom: 12 }}
        />
      )}
      {reading ? (
        <Bars rows={12} height={32} />
      ) : head.length === 0 ? (
        <p className={styles.none}>{t('imports.layout.empty')}</p>
      ) : (
        <Preview
          lines={head}
          headerLine={headerLine}
          onPick={readOnly ? null : line => change({ headerLine: line })}
        />
      )}
    </section>
  );
}

type PreviewProps = { lines: FileLine[]; headerLine: number; onPick: ((line: number) => void) | null };

/** The first lines as they stand; a click on one makes it the header. */
function Preview({ lines, headerLine, onPick }: PreviewProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const caption = t('imports.layout.preview', { count: lines.length, number: lines.length });
  const role = (line: number) => (line === headerLine ? 'header' : line < headerLine ? 'above' : 'data');
  const pick = ({ line }: FileLine) =>
    onPick ? (
      <button
        type="button"
        className={styles.pick}
        aria-pressed={line === headerLine}
        aria-label={t('imports.layout.pickLine', { number: line })}
        onClick={() => onPick(line)}
      >
        {line}
      </button>
    ) : (
      line
    );
  return (
    <>
      <p className={styles.hint}>
        {caption}
        {onPick && ` · ${t('imports.layout.pick')}`}
      </p>
      {phone ? (
        <ul className={styles.lines} aria-label={caption}>
          {lines.map(one => (
            <li key={one.line} data-role={role(one.line)} onClick={() => onPick?.(one.line)}>
              <span className="numbers">{pick(one)}</span>
              <span>
                {one.line === headerLine && <b>{t('imports.layout.isHeader')}</b>}
                {one.cells.filter(Boolean).join(' · ') || t('common.dash')}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <PreviewTable caption={caption} lines={lines} role={role} pick={pick} onPick={onPick} />
      )}
    </>
  );
}

type TableProps = {
  caption: string;
  lines: FileLine[];
  role: (line: number) => string;
  pick: (line: FileLine) => React.ReactNode;
  onPick: ((line: number) => void) | null;
};

function PreviewTable({ caption, lines, role, pick, onPick }: TableProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState<number | null>(null);
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.grid}>
        <tbody>
          {lines.map(one => (
            <tr
              key={one.line}
              data-role={role(one.line)}
              data-over={onPick !== null && over === one.line}
              title={role(one.line) === 'above' ? t('imports.layout.skipped') : undefined}
              onMouseEnter={() => setOver(one.line)}
              onMouseLeave={() => setOver(null)}
              onClick={() => onPick?.(one.line)}
            >
              <th scope="row" className="numbers">
                {pick(one)}
              </th>
              {Array.from({ length: width }, (_, index) => (
                <td key={index} title={one.cells[index]}>
                  {one.cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
