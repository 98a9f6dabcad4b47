import { lazy, Suspense, useState } from 'react';
import { App } from 'antd';
import { useChangeLanguage } from '@/shared/api/language';
import { useProblemText } from '@/shared/ui';
import { useNavigation } from '../navigation';
import { useSignOut } from '../useSignOut';

// The palette and its forms load when they are first opened.
const Palette = lazy(() => import('./Palette'));

/** What the frame around the pages can do anyway; the palette, loaded late, is handed it. */
export type FrameActions = {
  onLanguage: () => void;
  onSignOut: () => void;
  onSignOutEverywhere: () => void;
  onKeys?: () => void;
};

type Props = { open: boolean; onClose: () => void; onKeys?: () => void };

/** The palette, and the form it was told to open once it is gone. */
export function Finder({ open, onClose, onKeys }: Props) {
  const { creatable } = useNavigation();
  const [making, setMaking] = useState<string | null>(null);
  const { modal } = App.useApp();
  const problemText = useProblemText();
  const language = useChangeLanguage();
  const signOut = useSignOut();
  const frame: FrameActions = {
    onLanguage: () =>
      language.mutate(undefined, { onError: error => void modal.error({ title: problemText(error) }) }),
    onSignOut: signOut.here,
    onSignOutEverywhere: signOut.everywhere,
    ...(onKeys && { onKeys }),
  };
  const Form = creatable.find(page => page.key === making)?.form;
  return (
    <>
      {open && (
        <Suspense fallback={null}>
          <Palette onClose={onClose} onMake={setMaking} frame={frame} />
        </Suspense>
      )}
      {Form && <Form open onClose={() => setMaking(null)} />}
    </>
  );
}
