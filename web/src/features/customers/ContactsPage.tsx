import { ListPage } from '@/shared/lists';
import { ContactView } from './ContactView';

/** Contacts of all customers within reach; each stands beside the list and leads to its customer. */
export default function ContactsPage() {
  return <ListPage list="contacts" drawer={({ id }) => <ContactView key={id} id={id} />} />;
}
