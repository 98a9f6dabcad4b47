import { CloseOutlined, PlusOutlined } from '@/shared/ui/icons';
import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Document, Problem } from '@/shared/api';
import { FormDrawer, PersonSelect } from '@/shared/forms';
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

type Props = {
  open: boolean;
  onClose: () => void;
  all: Collaborator[];
  save: (shares: Share[]) => Promise<unknown>;
  onSaved: () => void;
  onStale?: (problem: Problem) => void;
};
type Values = { collaborators: Share[] };

/** Chooses who works on a record beside its owner. */
export function CollaboratorsDrawer({ open, onClose, all, save, onSaved, onStale }: Props) {
  const { t } = useTranslation();
  return (
    <FormDrawer<Values, unknown>
      open={open}
      title={t('team.collaborators')}
      onClose={onClose}
      initial={{ collaborators: all.map(({ person, mayWrite }) => ({ person: person.id, mayWrite })) }}
      save={({ collaborators }) => save(collaborators ?? [])}
      onSaved={onSaved}
      {...(onStale && { onStale })}
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
  );
}
