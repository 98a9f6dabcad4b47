import DuplicatesPage from './DuplicatesPage';

/** Contacts of one customer that may be there twice. */
export default function ContactDuplicatesPage() {
  return <DuplicatesPage kind="contacts" />;
}
