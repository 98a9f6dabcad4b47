import { useNavigate } from 'react-router';
import OpportunityForm from '@/features/opportunities/OpportunityForm';

/** A new opportunity on whatever page one is; once made, it is shown. */
export default function NewOpportunity({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  return <OpportunityForm onClose={onClose} onSaved={({ id }) => void navigate(`/opportunities/${id}`)} />;
}
