import ErasuresPage from './ErasuresPage';

/** Contacts that have been kept for long enough. */
export default function DuePage() {
  return <ErasuresPage which="due-contacts" />;
}
