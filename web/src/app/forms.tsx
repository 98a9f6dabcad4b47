import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router';
import { CustomerDrawer } from '@/features/customers/Drawers';
import { OpportunityDrawer } from '@/features/opportunities/Drawers';

type Props = { open: boolean; onClose: () => void };

const ContactOfSomebody = lazy(() => import('@/features/customers/NewContact'));

/** Forms for new records on whatever page one is; what was made is shown where it has a page of its own. */
export function NewCustomer(props: Props) {
  const navigate = useNavigate();
  return <CustomerDrawer {...props} onSaved={({ id }) => void navigate(`/customers/${id}`)} />;
}

export function NewOpportunity(props: Props) {
  const navigate = useNavigate();
  return <OpportunityDrawer {...props} onSaved={({ id }) => void navigate(`/opportunities/${id}`)} />;
}

export function NewContact({ open, onClose }: Props) {
  return open ? (
    <Suspense fallback={null}>
      <ContactOfSomebody onClose={onClose} />
    </Suspense>
  ) : null;
}
