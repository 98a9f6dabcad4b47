import { Form, type FormItemProps } from 'antd';
import { cloneElement, createContext, useContext, type ReactElement, type ReactNode } from 'react';
import { useFieldLevel } from '@/shared/api';

type Of = {
  /** The list the record stands in. */
  list: string;
  /** Whether the record is new: what is masked can be filled in then. */
  fresh: boolean;
};
const OfRecord = createContext<Of | null>(null);

/** Says whose fields the items within are. */
export function RecordItems({ of, children }: { of: Of; children: ReactNode }) {
  return <OfRecord value={of}>{children}</OfRecord>;
}

/** Whether a field may be filled in, only looked at, or is not there at all. */
export function useItemLevel() {
  const of = useContext(OfRecord);
  const level = useFieldLevel();
  return (field: string, needed = false): 'HIDDEN' | 'READ' | 'WRITE' => {
    const is = of ? level(of.list, field) : 'WRITE';
    if (is === 'HIDDEN' || is === 'WRITE') return is;
    return of?.fresh && (is === 'MASKED' || needed) ? 'WRITE' : 'READ';
  };
}

type Props = Omit<FormItemProps, 'children' | 'name'> & {
  name: string | [string, string];
  children: ReactElement<{ disabled?: boolean }>;
};

/**
 * A form's item for a field of a record: left out where the field is hidden from whoever fills the form in, and closed
 * where they may not change it.
 */
export function RecordItem({ name, children, rules, ...rest }: Props) {
  const levelOf = useItemLevel();
  const needed = Boolean(rest.required || rules?.some(rule => typeof rule === 'object' && rule.required));
  const level = levelOf(typeof name === 'string' ? name : name.join('.'), needed);
  if (level === 'HIDDEN') return null;
  return (
    <Form.Item name={name} {...rest} {...(rules && level === 'WRITE' && { rules })}>
      {level === 'WRITE' ? children : cloneElement(children, { disabled: true })}
    </Form.Item>
  );
}
