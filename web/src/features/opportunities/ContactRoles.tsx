import { CloseOutlined, PlusOutlined } from '@/shared/ui/icons';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ref } from '@/shared/api';
import { ChoiceSelect, RecordSelect } from '@/shared/forms';
import styles from './opportunities.module.css';

type Props = {
  path: (string | number)[];
  /** Contacts are of this customer. */
  customer: string | null;
  known?: Ref[];
  required?: boolean;
};

/** Who of the customer takes part, and in which role. */
export function ContactRoles({ path, customer, known = [], required = false }: Props) {
  const { t } = useTranslation();
  if (!customer) return <p className={styles.hint}>{t('opportunities.contacts.needsCustomer')}</p>;
  return (
    <Form.List
      name={path}
      {...(required && {
        rules: [
          {
            validator: (_: unknown, all: unknown) =>
              Array.isArray(all) && all.length > 0
                ? Promise.resolve()
                : Promise.reject(new Error(t('opportunities.need.contacts'))),
          },
        ],
      })}
    >
      {(rows, { add, remove }, { errors }) => (
        <div className={styles.roles}>
          {rows.map(({ key, name }) => (
            <div key={key} className={styles.role}>
              <Form.Item
                name={[name, 'contact']}
                rules={[{ required: true, message: t('opportunities.need.contact') }]}
              >
                <RecordSelect
                  list="contacts"
                  allowClear={false}
                  known={known}
                  aria-label={t('opportunities.contacts.contact')}
                  filter={{ column: 'customer', operator: 'IS', values: [customer] }}
                />
              </Form.Item>
              <Form.Item
                name={[name, 'role']}
                rules={[{ required: true, message: t('opportunities.need.role') }]}
              >
                <ChoiceSelect
                  list="contacts"
                  column="role"
                  allowClear={false}
                  aria-label={t('opportunities.contacts.role')}
                  placeholder={t('opportunities.contacts.role')}
                />
              </Form.Item>
              <Button
                type="text"
                icon={<CloseOutlined />}
                aria-label={t('common.remove')}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          <Button icon={<PlusOutlined />} onClick={() => add({})}>
            {t('opportunities.contacts.add')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
