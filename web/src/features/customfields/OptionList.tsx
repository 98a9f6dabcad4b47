import { Button, Checkbox, Form, Input, Select, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { LineButtons } from '@/shared/forms/LineButtons';
import { PlusOutlined } from '@/shared/ui/icons';
import type { Values } from './FieldForm';
import styles from './customfields.module.css';

const colors = ['success', 'warning', 'danger', 'info', 'jade', 'grey'] as const;

/** The options of a choice, in their order. */
export function OptionList({ form }: { form: FormInstance<Values> }) {
  const { t } = useTranslation();
  const needed = [{ required: true, whitespace: true, message: t('customfields.nameRequired') }];
  const nameOf = (index: number) =>
    (form.getFieldValue(['choices', index, 'name']) as string | undefined) ||
    t('customfields.option', { number: index + 1 });
  return (
    <Form.List name="choices">
      {(rows, { add, remove, move }, { errors }) => (
        <fieldset className={styles.options}>
          <legend>{t('customfields.options')}</legend>
          <ol>
            {rows.map(({ key, name: at }, index) => (
              <li key={key} aria-label={t('customfields.option', { number: index + 1 })}>
                <Form.Item name={[at, 'code']} hidden>
                  <Input />
                </Form.Item>
                <Form.Item name={[at, 'name']} rules={needed}>
                  <Input
                    maxLength={60}
                    placeholder={t('customfields.optionName')}
                    aria-label={t('customfields.optionName')}
                  />
                </Form.Item>
                <Form.Item name={[at, 'nameEn']} rules={needed}>
                  <Input
                    maxLength={60}
                    placeholder={t('customfields.optionNameEn')}
                    aria-label={t('customfields.optionNameEn')}
                  />
                </Form.Item>
                <Form.Item name={[at, 'color']}>
                  <Select
                    allowClear
                    placeholder={t('customfields.optionColor')}
                    aria-label={t('customfields.optionColor')}
                    options={colors.map(value => ({
                      value,
                      label: (
                        <span className={styles.color}>
                          <i
                            style={{ background: value === 'grey' ? 'var(--secondary)' : `var(--${value})` }}
                          />
                          {t(`customfields.color.${value}`)}
                        </span>
                      ),
                    }))}
                  />
                </Form.Item>
                <Form.Item name={[at, 'retired']} valuePropName="checked">
                  <Checkbox>{t('customfields.optionRetired')}</Checkbox>
                </Form.Item>
                <span className={styles.rowActions}>
                  <LineButtons
                    name={nameOf(at)}
                    index={index}
                    count={rows.length}
                    onMove={move}
                    onRemove={() => remove(at)}
                  />
                </span>
              </li>
            ))}
          </ol>
          <Form.ErrorList errors={errors} />
          <Button size="small" icon={<PlusOutlined />} onClick={() => add({ retired: false })}>
            {t('customfields.addOption')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
