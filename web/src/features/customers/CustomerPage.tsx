import { MoreOutlined } from '@/shared/ui/icons';
import { Button, Dropdown, Tag } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { http, useCan, type Cell, type ColumnKind, type Filter } from '@/shared/api';
import { CustomDetails } from '@/shared/customfields/CustomDetails';
import { FollowUpDrawer, RecordTimeline } from '@/shared/followups';
import { useChoices } from '@/shared/forms';
import { useFormat } from '@/shared/i18n';
import { listHref } from '@/shared/lists';
import {
  Fetched,
  Fields,
  RecordPage,
  RelatedList,
  RelatedTabs,
  useRelatedCount,
  type Fact,
  type Field,
} from '@/shared/records';
import { AssignDialog, CollaboratorNames, CollaboratorsDrawer } from '@/shared/team';
import { usePhone } from '@/shared/ui';
import { assignCustomers } from './assign';
import { Contacts } from './Contacts';
import { useCustomer, useCustomersChanged, useDeals } from './data';
import { CustomerDrawer } from './Drawers';
import { companyFields, moreFields, placeFields } from './fields';
import { Missing } from './Missing';
import type { Customer } from './types';
import { useDeleteCustomer } from './useDelete';
import styles from './customers.module.css';

/** Everything about one customer. */
export default function CustomerPage() {
  const { id = '' } = useParams();
  const customer = useCustomer(id);
  return (
    <Fetched query={customer} missing={<Missing of={{ list: 'customers', id }} />} rows={12}>
      {data => <Shown key={id} customer={data} />}
    </Fetched>
  );
}

type Form = 'edit' | 'assign' | 'share' | 'followUp' | null;

function Shown({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const can = useCan();
  const phone = usePhone();
  const navigate = useNavigate();
  const changed = useCustomersChanged();
  const [form, setForm] = useState<Form>(null);
  const remove = useDeleteCustomer(() => void navigate('/customers'));
  const { id, name } = customer;
  const about = { customer: { id, name } };
  const close = () => setForm(null);
  const refresh = () => void changed();

  const rest = [
    ...(phone && customer.can.edit
      ? [{ key: 'edit', label: t('common.edit'), onClick: () => setForm('edit') }]
      : []),
    ...(customer.can.assign
      ? [{ key: 'assign', label: t('team.assign'), onClick: () => setForm('assign') }]
      : []),
    ...(customer.can.share
      ? [{ key: 'share', label: t('team.collaborators'), onClick: () => setForm('share') }]
      : []),
    ...(customer.can.delete
      ? [{ key: 'delete', danger: true, label: t('common.delete'), onClick: () => void remove(customer) }]
      : []),
  ];
  const actions = (
    <>
      {can('activities:create') && (
        <Button type="primary" onClick={() => setForm('followUp')}>
          {t('customers.followUp')}
        </Button>
      )}
      {can('opportunities:create') && (
        <Button onClick={() => void navigate(`/opportunities?create=1&customer=${id}`)}>
          {t('customers.deals.add')}
        </Button>
      )}
      {!phone && customer.can.edit && <Button onClick={() => setForm('edit')}>{t('common.edit')}</Button>}
      {rest.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: rest }}>
          <Button icon={<MoreOutlined />} aria-label={t('common.more')} className={styles.moreButton ?? ''} />
        </Dropdown>
      )}
    </>
  );

  return (
    <>
      <RecordPage
        of={{ list: 'customers', id }}
        title={name}
        back={{ to: '/customers', label: t('shell.page.customers') }}
        status={<Standing customer={customer} />}
        facts={useFacts(customer)}
        actions={actions}
        timeline={<RecordTimeline list="customers" id={id} about={about} onSaved={refresh} />}
      >
        <Related customer={customer} />
        <Details customer={customer} />
      </RecordPage>
      <CustomerDrawer open={form === 'edit'} record={customer} onClose={close} />
      <FollowUpDrawer open={form === 'followUp'} about={about} onClose={close} onSaved={refresh} />
      <AssignDialog
        open={form === 'assign'}
        what={name}
        assign={owner => assignCustomers({ ids: [id] }, owner)}
        onDone={refresh}
        onClose={close}
      />
      <CollaboratorsDrawer
        open={form === 'share'}
        all={customer.collaborators}
        version={customer.version}
        allOf={current => (current as unknown as Customer).collaborators}
        save={(collaborators, version) =>
          http.put(`/api/customers/${id}/collaborators`, { version, collaborators })
        }
        onSaved={refresh}
        onClose={close}
      />
    </>
  );
}

function Standing({ customer }: { customer: Customer }) {
  const levels = useChoices('customers', 'level');
  const statuses = useChoices('customers', 'status');
  const label = (options: typeof levels, value: string | null) =>
    options.find(option => option.value === value)?.label ?? value;
  return (
    <span>
      {customer.level && <Tag>{label(levels, customer.level)}</Tag>}
      <Tag>{label(statuses, customer.status)}</Tag>
    </span>
  );
}

/** Who has it, when it was last spoken to, and what its deals come to: each sum leads to its deals. */
function useFacts(customer: Customer): Fact[] {
  const { t } = useTranslation();
  const format = useFormat();
  const mayRead = useCan()('opportunities:read');
  const deals = useDeals(customer.id, mayRead).data;
  const { lastFollowedAt } = customer;
  const facts: Fact[] = [
    { key: 'owner', label: t('customers.owner'), value: customer.owner?.name ?? t('common.dash') },
    {
      key: 'followed',
      label: t('customers.lastFollowedAt'),
      value: lastFollowedAt ? (
        <time dateTime={lastFollowedAt} title={format.exactInstant(lastFollowedAt)}>
          {format.instant(lastFollowedAt)}
        </time>
      ) : (
        t('customers.neverFollowed')
      ),
    },
  ];
  if (!deals) return facts;
  const sum = (outcome: string, count: number, amount: number | undefined) => {
    const words = t('customers.deals.count', { count, number: format.exactNumber(count) });
    // What is hidden of its deals is counted, but not summed.
    if (count === 0 || amount === undefined) return words;
    const money = { amount, currency: deals.currency };
    const filter: Filter = {
      all: [
        { column: 'customer', operator: 'IS', values: [customer.id] },
        { column: 'outcome', operator: 'IS', values: [outcome] },
      ],
    };
    return (
      <Link to={listHref('/opportunities', { view: 'all', filter })} title={format.exactMoney(money)}>
        {format.shortMoney(money)} · {words}
      </Link>
    );
  };
  facts.push(
    { key: 'open', label: t('customers.deals.open'), value: sum('OPEN', deals.openCount, deals.openAmount) },
    { key: 'won', label: t('customers.deals.won'), value: sum('WON', deals.wonCount, deals.wonAmount) },
  );
  if (deals.winRate !== null) {
    facts.push({
      key: 'rate',
      label: t('customers.deals.winRate'),
      value: `${format.percent(deals.winRate)} (n = ${deals.wonCount + deals.lostCount})`,
    });
  }
  if (deals.lastWonOn) {
    facts.push({ key: 'last', label: t('customers.deals.lastWon'), value: format.day(deals.lastWonOn) });
  }
  return facts;
}

type Key = (typeof companyFields | typeof placeFields | typeof moreFields)[number];
const kinds: Partial<Record<Key, ColumnKind>> = {
  parent: 'RECORD',
  employees: 'NUMBER',
  annualRevenue: 'MONEY',
  site: 'LINK',
  source: 'CHOICE',
  tags: 'TAGS',
  description: 'LONG_TEXT',
};
const blank = (value: unknown) => value == null || value === '' || (Array.isArray(value) && !value.length);

/** What is known of it; what is not known takes no room. */
function Details({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const sources = useChoices('customers', 'source');
  const industries = useChoices('customers', 'industry');
  const field = (key: Key): Field => ({
    key,
    label: t(`customers.${key}`),
    value: customer[key] as Cell,
    kind: kinds[key] ?? 'TEXT',
    ...(key === 'source' && { options: sources }),
    ...(key === 'parent' && { list: 'customers' }),
  });
  const known = (keys: readonly Key[]) => keys.filter(key => !blank(customer[key])).map(field);
  const groups = [
    { key: 'company', fields: known(companyFields) },
    { key: 'place', fields: known(placeFields) },
    { key: 'more', fields: known(moreFields) },
  ] as const;
  const text = (key: 'number' | 'externalId') => ({
    key,
    label: t(`customers.${key}`),
    value: customer[key],
  });
  return (
    <>
      <Fields
        title={t('customers.group.basic')}
        fields={[
          text('number'),
          { key: 'phone', label: t('customers.phone'), value: customer.phone, kind: 'PHONE' },
          {
            key: 'industry',
            label: t('customers.industry'),
            value: customer.industry,
            kind: 'CHOICE',
            options: industries,
          },
          { key: 'unit', label: t('customers.unit'), value: customer.unit, kind: 'UNIT' },
          {
            key: 'collaborators',
            label: t('team.collaborators'),
            render: <CollaboratorNames all={customer.collaborators} />,
          },
        ]}
      />
      {groups.map(
        ({ key, fields }) =>
          fields.length > 0 && <Fields key={key} title={t(`customers.group.${key}`)} fields={fields} />,
      )}
      <CustomDetails type="customers" values={customer.custom} />
      <Fields
        title={t('customers.group.system')}
        fields={[
          { key: 'createdBy', label: t('customers.createdBy'), value: customer.createdBy, kind: 'PERSON' },
          { key: 'createdAt', label: t('customers.createdAt'), value: customer.createdAt, kind: 'INSTANT' },
          { key: 'updatedAt', label: t('customers.updatedAt'), value: customer.updatedAt, kind: 'INSTANT' },
          ...(customer.externalId ? [text('externalId')] : []),
        ]}
      />
    </>
  );
}

function Related({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const mayRead = useCan()('opportunities:read');
  const own: Filter = { column: 'customer', operator: 'IS', values: [customer.id] };
  const children: Filter = { column: 'parent', operator: 'IS', values: [customer.id] };
  const deals = useRelatedCount('opportunities', own, mayRead);
  return (
    <RelatedTabs
      tabs={[
        {
          key: 'contacts',
          label: t('customers.contacts.title'),
          count: customer.contacts.length,
          children: <Contacts customer={customer} />,
        },
        ...(mayRead
          ? [
              {
                key: 'opportunities',
                label: t('customers.opportunities'),
                count: deals,
                children: (
                  <RelatedList
                    list="opportunities"
                    filter={own}
                    columns={['name', 'amount', 'stage', 'expectedClose', 'owner']}
                    empty={t('customers.deals.none')}
                  />
                ),
              },
            ]
          : []),
        {
          key: 'children',
          label: t('customers.children'),
          count: customer.children,
          children: (
            <RelatedList
              list="customers"
              filter={children}
              columns={['name', 'level', 'status', 'owner', 'lastFollowedAt']}
              empty={t('customers.noChildren')}
            />
          ),
        },
      ]}
    />
  );
}
