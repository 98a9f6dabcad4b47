import { lazy, Suspense, useState } from 'react';
import { useNavigation } from '../navigation';

// The palette and its forms load when they are first opened.
const Palette = lazy(() => import('./Palette'));

type Props = { open: boolean; onClose: () => void; onKeys?: () => void };

/** The palette, and the form it was told to open once it is gone. */
export function Finder({ open, onClose, onKeys }: Props) {
  const { creatable } = useNavigation();
  const [making, setMaking] = useState<string | null>(null);
  const Form = creatable.find(page => page.key === making)?.form;
  return (
    <>
      {open && (
        <Suspense fallback={null}>
          <Palette onClose={onClose} onMake={setMaking} {...(onKeys && { onKeys })} />
        </Suspense>
      )}
      {Form && <Form open onClose={() => setMaking(null)} />}
    </>
  );
}
