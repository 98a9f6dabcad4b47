import { createBrowserRouter, type RouteObject } from 'react-router';
import { Bars } from '@/shared/ui';
import { Gate } from './Gate';
import { Crashed, NotFound } from './Lost';
import { Shell } from './Shell';

type Page = { default: React.ComponentType };
/** A page loaded when it is first visited. */
const page = (path: string, load: () => Promise<Page>): RouteObject => ({
  path,
  errorElement: <Crashed />,
  lazy: async () => ({ Component: (await load()).default }),
});

const pages: RouteObject[] = [
  page('/', () => import('@/features/home/HomePage')),
  page('/customers', () => import('@/features/customers/CustomersPage')),
  page('/customers/:id', () => import('@/features/customers/CustomerPage')),
  page('/contacts', () => import('@/features/customers/ContactsPage')),
  page('/contacts/:id', () => import('@/features/customers/ContactPage')),
  page('/opportunities', () => import('@/features/opportunities/OpportunitiesPage')),
  page('/opportunities/:id', () => import('@/features/opportunities/OpportunityPage')),
  page('/pipelines', () => import('@/features/opportunities/PipelinesPage')),
  page('/activities', () => import('@/features/activities/ActivitiesPage')),
  page('/tasks', () => import('@/features/activities/TasksPage')),
  page('/notices', () => import('@/features/notices/NoticesPage')),
  page('/reports', () => import('@/features/reports/ReportsPage')),
  page('/products', () => import('@/features/products/ProductsPage')),
  page('/products/:id', () => import('@/features/products/ProductPage')),
  page('/organisation', () => import('@/features/people/OrganisationPage')),
  page('/organisation/drafts', () => import('@/features/people/drafts/DraftsPage')),
  page('/organisation/drafts/:id', () => import('@/features/people/drafts/DraftPage')),
  page('/people', () => import('@/features/people/PeoplePage')),
  page('/people/:id', () => import('@/features/people/PersonPage')),
  page('/handovers', () => import('@/features/handovers/HandoversPage')),
  page('/handovers/new', () => import('@/features/handovers/NewHandoverPage')),
  page('/handovers/:id', () => import('@/features/handovers/HandoverPage')),
  page('/erasures', () => import('@/features/privacy/ErasuresPage')),
  page('/due-contacts', () => import('@/features/privacy/DuePage')),
  page('/contacts/:id/erasure', () => import('@/features/privacy/EraseContactPage')),
  page('/rates', () => import('@/features/rates/RatesPage')),
  page('/calendar', () => import('@/features/calendar/CalendarPage')),
  page('/imports', () => import('@/features/imports/ImportsPage')),
  page('/imports/new', () => import('@/features/imports/NewImportPage')),
  page('/imports/:id', () => import('@/features/imports/ImportPage')),
  page('/jobs', () => import('@/features/jobs/JobsPage')),
  page('/outcomes', () => import('@/features/jobs/OutcomesPage')),
  page('/duplicates', () => import('@/features/duplicates/DuplicatesPage')),
  page('/duplicates/contacts', () => import('@/features/duplicates/ContactDuplicatesPage')),
  page('/bin', () => import('@/features/bin/BinPage')),
  page('/accounts', () => import('@/features/accounts/AccountsPage')),
  page('/roles', () => import('@/features/accounts/RolesPage')),
  page('/rights', () => import('@/features/accounts/RightsPage')),
  page('/company', () => import('@/features/company/CompanyPage')),
  page('/form-layouts', () => import('@/features/customfields/LayoutsPage')),
  page('/custom-fields', () => import('@/features/customfields/FieldsPage')),
  page('/webhooks', () => import('@/features/webhooks/WebhooksPage')),
  page('/audit', () => import('@/features/audit/AuditPage')),
  page('/system', () => import('@/features/backups/SystemPage')),
  page('/me', () => import('@/features/session/ProfilePage')),
  { path: '*', element: <NotFound /> },
];

export const routes: RouteObject[] = [
  {
    element: <Gate />,
    errorElement: <Crashed />,
    hydrateFallbackElement: <Bars rows={6} />,
    children: [
      page('/sign-in', () => import('@/features/session/SignInPage')),
      page('/setup', () => import('@/features/setup/SetupPage')),
      { element: <Shell />, children: pages },
    ],
  },
];

export const createRouter = () => createBrowserRouter(routes);
