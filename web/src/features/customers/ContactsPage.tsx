import { ListPage } from '@/shared/lists';

/** Contacts of all customers within reach; each leads to its customer. */
export default function ContactsPage() {
  return <ListPage list="contacts" />;
}
