import { lazy, Suspense } from 'react';
import type { ContactFormProps } from './ContactForm';
import type { CustomerFormProps } from './CustomerForm';

const CustomerForm = lazy(() => import('./CustomerForm'));
// Brings the calendar along: it loads with the first one opened.
const ContactForm = lazy(() => import('./ContactForm'));

/** Makes a customer, or changes one. */
export function CustomerDrawer({ open, ...props }: CustomerFormProps & { open: boolean }) {
  return open ? (
    <Suspense fallback={null}>
      <CustomerForm {...props} />
    </Suspense>
  ) : null;
}

/** Makes a contact of a customer, or changes one. */
export function ContactDrawer({ open, ...props }: ContactFormProps & { open: boolean }) {
  return open ? (
    <Suspense fallback={null}>
      <ContactForm {...props} />
    </Suspense>
  ) : null;
}
