import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { createQueryClient, heedOtherTabs } from '@/shared/api';
import '@/shared/i18n';
import '@/shared/theme/global.css';
import { giveStylesTheNonce } from './nonce';
import { Providers } from './providers';
import { createRouter } from './router';

giveStylesTheNonce(document);
const client = createQueryClient();
heedOtherTabs(client);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers client={client}>
      <RouterProvider router={createRouter()} />
    </Providers>
  </StrictMode>,
);
