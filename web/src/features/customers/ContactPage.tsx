import { Navigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api';
import { Bars, ProblemAlert } from '@/shared/ui';
import { useContact } from './data';
import { Missing } from './Missing';

/** A contact stands on the page of its customer. */
export default function ContactPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const contact = useContact(id);
  if (isProblem(contact.error) && contact.error.status === 404) {
    return <Missing title={t('customers.contacts.missing')} />;
  }
  if (contact.error) {
    return (
      <ProblemAlert error={contact.error} onRetry={() => void contact.refetch()} style={{ margin: 24 }} />
    );
  }
  if (!contact.data) return <Bars rows={8} />;
  return <Navigate to={`/customers/${contact.data.customer.id}?contact=${id}`} replace />;
}
