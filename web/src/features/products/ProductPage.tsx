import { useParams } from 'react-router';
import { ProductView } from './ProductView';

export default function ProductPage() {
  const { id = '' } = useParams();
  return <ProductView id={id} />;
}
