import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { createQueryClient, heedOtherTabs } from '@/shared/api';
import { textsReady } from '@/shared/i18n';
import { heedTheme } from '@/shared/theme/choice';
import '@/shared/theme/global.css';
import { giveStylesTheNonce } from './nonce';
import { Providers } from './providers';
import { createRouter } from './router';

giveStylesTheNonce(document);
heedTheme();
const client = createQueryClient();
heedOtherTabs(client);

void textsReady.then(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <Providers client={client}>
        <RouterProvider router={createRouter()} />
      </Providers>
    </StrictMode>,
  ),
);
