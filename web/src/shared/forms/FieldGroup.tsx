import { Form } from 'antd';
import { useState, type ReactNode } from 'react';
import styles from './forms.module.css';

type Props = {
  title: string;
  /** The fields inside: the group opens when one of them, or a part of one, is wrong. */
  names: string[];
  open?: boolean;
  children: ReactNode;
};

/** The outermost names of the fields that are wrong. */
const wrong = (fields: { name: (string | number)[]; errors: unknown[] }[]) =>
  fields.filter(({ errors }) => errors.length > 0).map(({ name }) => String(name[0]));

/** Fields that are seldom needed, folded away until they are. */
export function FieldGroup({ title, names, open = false, children }: Props) {
  return (
    <Form.Item noStyle shouldUpdate>
      {form => (
        <Fold title={title} open={open || wrong(form.getFieldsError()).some(name => names.includes(name))}>
          {children}
        </Fold>
      )}
    </Form.Item>
  );
}

type FoldProps = { title: string; open: boolean; children: ReactNode };

/** Opens when it has to; only the person folds it away again, not the mending of what was wrong. */
function Fold({ title, open, children }: FoldProps) {
  const [shown, setShown] = useState(open);
  const [had, setHad] = useState(open);
  if (had !== open) {
    setHad(open);
    if (open) setShown(true);
  }
  return (
    <details
      className={styles.fieldGroup}
      open={shown}
      onToggle={event => setShown(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      <div className={styles.fieldGroupBody}>{children}</div>
    </details>
  );
}
