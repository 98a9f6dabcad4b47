import { Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordSelect } from '@/shared/forms';
import ContactForm from './ContactForm';

/** A new contact from anywhere: first of which customer, then the form itself. */
export default function NewContact({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const [customer, setCustomer] = useState<string | null>(null);
  if (customer) return <ContactForm customer={customer} onClose={onClose} />;
  return (
    <Modal
      open
      title={t('customers.contacts.ofWhom')}
      okText={t('common.next')}
      okButtonProps={{ disabled: !chosen }}
      onOk={() => setCustomer(chosen)}
      onCancel={onClose}
      width={480}
    >
      <Form layout="vertical">
        <Form.Item label={t('customers.contacts.customer')} htmlFor="new-contact-of">
          <RecordSelect id="new-contact-of" list="customers" value={chosen} onChange={id => setChosen(id)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
