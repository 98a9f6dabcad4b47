import type { zh as Chinese } from '../zh';
import type { Texts } from '../texts';
import { accounts } from './accounts';
import { audit } from './audit';
import { backups } from './backups';
import { charts } from './charts';
import { comments } from './comments';
import { common } from './common';
import { company } from './company';
import { customfields } from './customfields';
import { customers } from './customers';
import { files } from './files';
import { followups } from './followups';
import { forms } from './forms';
import { handovers } from './handovers';
import { home } from './home';
import { imports } from './imports';
import { jobs } from './jobs';
import { lists } from './lists';
import { notices } from './notices';
import { opportunities } from './opportunities';
import { outbox } from './outbox';
import { people } from './people';
import { products } from './products';
import { rates } from './rates';
import { records } from './records';
import { reports } from './reports';
import { session } from './session';
import { setup } from './setup';
import { shell } from './shell';
import { team } from './team';
import { webhooks } from './webhooks';

export const en = {
  accounts,
  audit,
  backups,
  charts,
  comments,
  common,
  company,
  customfields,
  customers,
  files,
  followups,
  forms,
  handovers,
  home,
  imports,
  jobs,
  lists,
  notices,
  opportunities,
  outbox,
  people,
  products,
  rates,
  records,
  reports,
  session,
  setup,
  shell,
  team,
  webhooks,
} satisfies Texts<typeof Chinese>;
