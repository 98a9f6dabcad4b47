import { Form, type FormInstance } from 'antd';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { domainOf, useSimilar, type Probe } from './similar';
import type { Candidate, Contact, Customer } from './types';
import styles from './customers.module.css';

type Props = {
  form: FormInstance;
  /** The customer being edited: only what changes is looked for. */
  record: Customer | null;
};

/** Customers that resemble the one in the form, while it is being filled in. */
export function SimilarToForm({ form, record }: Props) {
  const name = Form.useWatch<string | null>('name', form);
  const nameEn = Form.useWatch<string | null>('nameEn', form);
  const creditCode = Form.useWatch<string | null>('creditCode', form);
  const phone = Form.useWatch<string | null>('phone', form);
  const site = Form.useWatch<string | null>('site', form);
  const typed: Probe = { name, nameEn, creditCode, phone, email: domainOf(site) };
  if (record) {
    for (const key of ['name', 'nameEn', 'creditCode', 'phone'] as const) {
      if (typed[key] === record[key]) typed[key] = null;
    }
    if (typed.email === domainOf(record.site)) typed.email = null;
  }
  const { data: found } = useSimilar(typed, record?.id ?? null);
  return <div aria-live="polite">{found && found.length > 0 && <SimilarCustomers found={found} />}</div>;
}

/** Other customers where people with such an address or number are known already. */
export function SimilarToContact({
  form,
  customer,
  record,
}: {
  form: FormInstance;
  customer: string;
  record: Contact | null;
}) {
  const email = Form.useWatch<string | null>('email', form);
  const mobile = Form.useWatch<string | null>('mobile', form);
  const typed: Probe = {
    email: email?.includes('@') && email !== record?.email ? email : null,
    phone: mobile !== record?.mobile ? mobile : null,
  };
  const { t } = useTranslation();
  const { data: found } = useSimilar(typed, customer);
  return (
    <div aria-live="polite">
      {found && found.length > 0 && (
        <SimilarCustomers found={found} title={t('customers.similar.ofContact')} />
      )}
    </div>
  );
}

/** Customers that may be the same: who has them and why they look alike. Those out of reach stay masked. */
export function SimilarCustomers({ found, title: given }: { found: Candidate[]; title?: string }) {
  const { t } = useTranslation();
  const title = given ?? t('customers.similar.title');
  return (
    <section className={styles.similar} aria-label={title}>
      <p className={styles.similarTitle}>{title}</p>
      <ul>
        {found.map((one, index) => (
          <li key={one.id ?? index}>
            <span className={styles.similarName}>
              {one.id ? (
                <Link to={`/customers/${one.id}`} target="_blank">
                  {one.name}
                </Link>
              ) : (
                one.name
              )}
            </span>
            <span className={styles.similarWhy}>
              {one.reasons.map(reason => t(`customers.similar.reason.${reason}`)).join(t('common.separator'))}
            </span>
            <span className={styles.similarWho}>
              {[
                one.visible ? (one.owner ?? t('customers.similar.unowned')) : t('customers.similar.hidden'),
                one.unit,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
