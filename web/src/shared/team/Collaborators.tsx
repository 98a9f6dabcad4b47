import { CloseOutlined, PlusOutlined } from '@/shared/ui/icons';
import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Document } from '@/shared/api';
import { FormDrawer, PersonSelect, useStale } from '@/shared/forms';
import { nameOf, rememberName } from '@/shared/lists/names';
import styles from './team.module.css';

/** Someone who works on a record beside its owner. */
export type Collaborator = Document<'CustomerCollaborator'>;
export type Share = Document<'Share'>;

/** Who works on a record, in a line. */
export function CollaboratorNames({ all }: { all: Collaborator[] }) {
  const { t } = useTranslation();
  if (all.length === 0) return <span className={styles.none}>{t('common.dash')}</span>;
  return (
    <ul className={styles.names}>
      {all.map(({ person, mayWrite }) => (
        <li key={person.id}>
          {person.name} <small>{mayWrite ? t('team.mayWrite') : t('team.mayRead')}</small>
        </li>
      ))}
    </ul>
  );
}

type Values = { collaborators: Share[] };
const sharesOf = (all: Collaborator[]): Share[] =>
  all.map(({ person, mayWrite }) => {
    rememberName(person);
    return { person: person.id, mayWrite };
  });

type Props = {
  onClose: () => void;
  all: Collaborator[];
  /** The version of the record they belong to. */
  version: number;
  /** Whom the record has now, out of what the server says when someone was faster. */
  allOf: (current: Record<string, unknown>) => Collaborator[];
  save: (shares: Share[], version: number) => Promise<unknown>;
  onSaved: () => void;
};

/** Chooses who works on a record beside its owner. */
export function CollaboratorsDrawer({ open, ...props }: Props & { open: boolean }) {
  return open ? <Opened {...props} /> : null;
}

function Opened({ onClose, all: given, version: seen, allOf, save, onSaved }: Props) {
  // What was there when the form opened: a newer version fetched meanwhile must not pass for the one changed.
  const [{ all, version }] = useState({ all: given, version: seen });
  const { t } = useTranslation();
  const names = (shares: unknown) =>
    ((shares ?? []) as Share[])
      .map(
        ({ person, mayWrite }) =>
          `${nameOf(person) ?? person} (${t(mayWrite ? 'team.mayWrite' : 'team.mayRead')})`,
      )
      .join(t('common.separator')) || null;
  const stale = useStale<Values>({
    fields: [{ key: 'collaborators', label: t('team.collaborators'), render: names }],
    shown: current => ({ collaborators: sharesOf(allOf(current)) }),
    again: ({ collaborators }, on) => save(collaborators ?? [], on),
    onDone: () => {
      onSaved();
      onClose();
    },
  });
  return (
    <>
      <FormDrawer<Values, unknown>
        open
        title={t('team.collaborators')}
        onClose={onClose}
        initial={{ collaborators: sharesOf(all) }}
        save={({ collaborators }) => save(collaborators ?? [], version)}
        onSaved={onSaved}
        onStale={stale.onStale}
      >
        <p className={styles.hint}>{t('team.hint')}</p>
        <Form.List name="collaborators">
          {(rows, { add, remove }) => (
            <>
              {rows.map(row => (
                <div key={row.key} className={styles.row}>
                  <Form.Item
                    name={[row.name, 'person']}
                    rules={[
                      { required: true, message: t('team.personRequired') },
                      ({ getFieldValue }) => ({
                        validator: (_, value?: string) => {
                          const chosen = (getFieldValue('collaborators') as Share[]).map(one => one?.person);
                          return value && chosen.indexOf(value) !== row.name
                            ? Promise.reject(new Error(t('team.twice')))
                            : Promise.resolve();
                        },
                      }),
                    ]}
                  >
                    <PersonSelect
                      aria-label={t('team.person')}
                      allowClear={false}
                      known={all.map(({ person }) => person)}
                    />
                  </Form.Item>
                  <Form.Item name={[row.name, 'mayWrite']} valuePropName="checked">
                    <Checkbox>{t('team.mayWrite')}</Checkbox>
                  </Form.Item>
                  <Button
                    type="text"
                    icon={<CloseOutlined />}
                    aria-label={t('common.remove')}
                    onClick={() => remove(row.name)}
                  />
                </div>
              ))}
              <Button icon={<PlusOutlined />} onClick={() => add({ mayWrite: false })}>
                {t('team.add')}
              </Button>
            </>
          )}
        </Form.List>
      </FormDrawer>
      {stale.dialog}
    </>
  );
}
