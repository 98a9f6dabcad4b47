import { useNavigate } from 'react-router';
import CustomerForm from '@/features/customers/CustomerForm';

/** A new customer on whatever page one is; once made, it is shown. */
export default function NewCustomer({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  return <CustomerForm onClose={onClose} onSaved={({ id }) => void navigate(`/customers/${id}`)} />;
}
