import { Form } from 'antd';
import type { ReactNode } from 'react';
import styles from './forms.module.css';

type Props = {
  title: string;
  /** The fields inside: the group opens when one of them is wrong. */
  names: (string | number)[];
  open?: boolean;
  children: ReactNode;
};

/** Fields that are seldom needed, folded away until they are. */
export function FieldGroup({ title, names, open = false, children }: Props) {
  return (
    <Form.Item noStyle shouldUpdate>
      {form => (
        <details
          className={styles.fieldGroup}
          open={open || form.getFieldsError(names).some(({ errors }) => errors.length > 0)}
        >
          <summary>{title}</summary>
          <div className={styles.fieldGroupBody}>{children}</div>
        </details>
      )}
    </Form.Item>
  );
}
