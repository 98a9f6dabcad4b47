import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { createQueryClient, heedOtherTabs } from '@/shared/api';
import { textsReady } from '@/shared/i18n';
import '@/shared/theme/global.css';
import { giveStylesTheNonce } from './nonce';
import { Providers } from './providers';
import { createRouter } from './router';

giveStylesTheNonce(document);
const client = createQueryClient();
heedOtherTabs(client);

const show = () =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <Providers client={client}>
        <RouterProvider router={createRouter()} />
      </Providers>
    </StrictMode>,
  );
// Where they could not be fetched there is Chinese.
void textsReady.then(show, show);
