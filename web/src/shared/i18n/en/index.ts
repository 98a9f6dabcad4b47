import type { zh as Chinese } from '../zh';
import type { Texts } from '../texts';
import { charts } from './charts';
import { comments } from './comments';
import { common } from './common';
import { company } from './company';
import { customfields } from './customfields';
import { customers } from './customers';
import { files } from './files';
import { followups } from './followups';
import { forms } from './forms';
import { home } from './home';
import { jobs } from './jobs';
import { lists } from './lists';
import { notices } from './notices';
import { opportunities } from './opportunities';
import { outbox } from './outbox';
import { records } from './records';
import { reports } from './reports';
import { session } from './session';
import { setup } from './setup';
import { shell } from './shell';
import { team } from './team';

export const en = {
  charts,
  comments,
  common,
  company,
  customfields,
  customers,
  files,
  followups,
  forms,
  home,
  jobs,
  lists,
  notices,
  opportunities,
  outbox,
  records,
  reports,
  session,
  setup,
  shell,
  team,
} satisfies Texts<typeof Chinese>;
