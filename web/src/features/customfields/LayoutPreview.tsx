import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/shared/i18n';
import type { FormSection, LaidOutType } from '@/shared/layouts/data';
import { useListing } from '@/shared/lists/data';
import { needed } from './formFields';
import styles from './layouts.module.css';

type Props = {
  list: LaidOutType;
  layout: { sections: FormSection[]; hidden: string[] };
  name: (key: string) => string;
};

const wide = ['name', 'tags', 'aliases', 'description', 'note', 'stage', 'contacts', 'lines', 'prices'];

/** What the form will look like, without a record in it. */
export function LayoutPreview({ list, layout, name }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className={styles.preview} aria-label={t('layouts.preview')}>
      <h2>{t('layouts.preview')}</h2>
      <div className={styles.paper}>
        {layout.sections.map(({ title, titleEn, folded, fields }, at) => {
          const heading = (language === 'en' && titleEn) || title;
          const body = (
            <div className={styles.pair}>
              {fields.map(key => (
                <Field key={key} list={list} field={key} name={name(key)} />
              ))}
            </div>
          );
          return heading ? (
            <details key={`${at} ${folded}`} open={!folded}>
              <summary>{heading}</summary>
              {body}
            </details>
          ) : (
            <div key={at}>{body}</div>
          );
        })}
      </div>
    </section>
  );
}

function Field({ list, field, name }: { list: LaidOutType; field: string; name: string }) {
  const kind = useListing(list).data?.columns.find(({ key }) => key === field)?.kind;
  const id = `preview-${field}`;
  const long = kind === 'LONG_TEXT';
  return (
    <div className={styles.item} data-wide={long || wide.includes(field)}>
      <label htmlFor={id}>
        {name}
        {needed.includes(field) && <span aria-hidden> *</span>}
      </label>
      {kind === 'FLAG' ? (
        <Checkbox id={id} disabled />
      ) : long ? (
        <Input.TextArea id={id} disabled rows={2} />
      ) : kind === 'CHOICE' || kind === 'PERSON' || kind === 'RECORD' || kind === 'TAGS' ? (
        <Select id={id} disabled style={{ width: '100%' }} />
      ) : (
        <Input id={id} disabled />
      )}
    </div>
  );
}
