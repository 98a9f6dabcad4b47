import {
  ApartmentOutlined,
  ApiOutlined,
  AuditOutlined,
  BankOutlined,
  BellOutlined,
  BarChartOutlined,
  BranchesOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  ContactsOutlined,
  DatabaseOutlined,
  DeleteOutlined,
  EyeOutlined,
  FormOutlined,
  FunnelPlotOutlined,
  HomeOutlined,
  ImportOutlined,
  KeyOutlined,
  MergeOutlined,
  MessageOutlined,
  SafetyOutlined,
  ShopOutlined,
  SwapOutlined,
  TableOutlined,
  TagsOutlined,
  TeamOutlined,
  UserDeleteOutlined,
} from '@/shared/ui/icons';
import type { ComponentType, ReactNode } from 'react';
import { useCan, useMayReport } from '@/shared/api';
import { NewContact, NewCustomer, NewFollowUp, NewOpportunity, NewTask } from './forms';

export type Group = 'today' | 'sales' | 'offer' | 'organisation' | 'analysis' | 'system';
export type PageKey =
  | 'home'
  | 'notices'
  | 'customers'
  | 'contacts'
  | 'opportunities'
  | 'activities'
  | 'tasks'
  | 'products'
  | 'organisation'
  | 'people'
  | 'handovers'
  | 'pipelines'
  | 'rates'
  | 'calendar'
  | 'reports'
  | 'imports'
  | 'jobs'
  | 'duplicates'
  | 'bin'
  | 'erasures'
  | 'accounts'
  | 'roles'
  | 'rights'
  | 'company'
  | 'customfields'
  | 'webhooks'
  | 'audit'
  | 'system';

export type NavPage = {
  key: PageKey;
  path: string;
  group: Group;
  icon: ReactNode;
  /** What one needs to see it; nothing for pages everybody has. */
  permission?: string;
  /** Whether others have it too, for what is their own, in the menu under their name. */
  own?: boolean;
  /** What one needs to make a new one from the quick-create menu. */
  create?: string;
  /** Its form, where a new one may be made without leaving the page one is on. */
  form?: ComponentType<{ open: boolean; onClose: () => void }>;
};

export const groups: Group[] = ['today', 'sales', 'offer', 'organisation', 'analysis', 'system'];

/** The menu, in the order of the loop: add a page here when its route exists. */
const all: NavPage[] = [
  { key: 'home', path: '/', group: 'today', icon: <HomeOutlined /> },
  { key: 'notices', path: '/notices', group: 'today', icon: <BellOutlined /> },
  {
    key: 'customers',
    path: '/customers',
    group: 'sales',
    icon: <ShopOutlined />,
    permission: 'customers:read',
    create: 'customers:create',
    form: NewCustomer,
  },
  {
    key: 'contacts',
    path: '/contacts',
    group: 'sales',
    icon: <ContactsOutlined />,
    permission: 'customers:read',
    create: 'customers:edit',
    form: NewContact,
  },
  {
    key: 'opportunities',
    path: '/opportunities',
    group: 'sales',
    icon: <FunnelPlotOutlined />,
    permission: 'opportunities:read',
    create: 'opportunities:create',
    form: NewOpportunity,
  },
  {
    key: 'activities',
    path: '/activities',
    group: 'sales',
    icon: <MessageOutlined />,
    permission: 'activities:read',
    create: 'activities:create',
    form: NewFollowUp,
  },
  {
    key: 'tasks',
    path: '/tasks',
    group: 'sales',
    icon: <CheckSquareOutlined />,
    permission: 'activities:read',
    create: 'activities:create',
    form: NewTask,
  },
  {
    key: 'products',
    path: '/products',
    group: 'offer',
    icon: <TagsOutlined />,
    permission: 'products:read',
    create: 'products:edit',
  },
  {
    key: 'organisation',
    path: '/organisation',
    group: 'organisation',
    icon: <ApartmentOutlined />,
    permission: 'people:read',
  },
  {
    key: 'people',
    path: '/people',
    group: 'organisation',
    icon: <TeamOutlined />,
    permission: 'people:read',
    create: 'people:edit',
  },
  {
    key: 'handovers',
    path: '/handovers',
    group: 'organisation',
    icon: <SwapOutlined />,
    permission: 'handovers:read',
  },
  {
    key: 'reports',
    path: '/reports',
    group: 'analysis',
    icon: <BarChartOutlined />,
    permission: 'reports:read',
  },
  {
    key: 'pipelines',
    path: '/pipelines',
    group: 'system',
    icon: <BranchesOutlined />,
    permission: 'pipelines:edit',
  },
  { key: 'rates', path: '/rates', group: 'system', icon: <TableOutlined />, permission: 'rates:read' },
  {
    key: 'calendar',
    path: '/calendar',
    group: 'system',
    icon: <ClockCircleOutlined />,
    permission: 'calendar:edit',
  },
  { key: 'imports', path: '/imports', group: 'system', icon: <ImportOutlined />, permission: 'imports:read' },
  {
    key: 'jobs',
    path: '/jobs',
    group: 'system',
    icon: <CalendarOutlined />,
    permission: 'jobs:read',
    own: true,
  },
  {
    key: 'duplicates',
    path: '/duplicates',
    group: 'system',
    icon: <MergeOutlined />,
    permission: 'customers:delete',
  },
  {
    key: 'bin',
    path: '/bin',
    group: 'system',
    icon: <DeleteOutlined />,
    permission: 'bin:read',
    own: true,
  },
  {
    key: 'erasures',
    path: '/erasures',
    group: 'system',
    icon: <UserDeleteOutlined />,
    permission: 'privacy:read',
  },
  {
    key: 'accounts',
    path: '/accounts',
    group: 'system',
    icon: <SafetyOutlined />,
    permission: 'accounts:read',
  },
  { key: 'roles', path: '/roles', group: 'system', icon: <KeyOutlined />, permission: 'accounts:read' },
  { key: 'rights', path: '/rights', group: 'system', icon: <EyeOutlined />, permission: 'accounts:read' },
  { key: 'company', path: '/company', group: 'system', icon: <BankOutlined />, permission: 'company:edit' },
  {
    key: 'customfields',
    path: '/custom-fields',
    group: 'system',
    icon: <FormOutlined />,
    permission: 'customfields:edit',
  },
  {
    key: 'webhooks',
    path: '/webhooks',
    group: 'system',
    icon: <ApiOutlined />,
    permission: 'webhooks:manage',
  },
  { key: 'audit', path: '/audit', group: 'system', icon: <AuditOutlined />, permission: 'audit:read' },
  {
    key: 'system',
    path: '/system',
    group: 'system',
    icon: <DatabaseOutlined />,
    permission: 'backups:manage',
  },
];

/** The pages this person may open. */
export function useNavigation() {
  const can = useCan();
  const mayReport = useMayReport();
  const pages = all.filter(
    page => (!page.permission || can(page.permission)) && (page.key !== 'reports' || mayReport),
  );
  return {
    pages,
    reachable: all.filter(page => page.own || pages.includes(page)),
    creatable: pages.filter(page => page.create && can(page.create)),
  };
}

/** The page an address belongs to, records of a list included. */
export const isAt = (page: NavPage, pathname: string) =>
  page.path === '/' ? pathname === '/' : pathname === page.path || pathname.startsWith(`${page.path}/`);
