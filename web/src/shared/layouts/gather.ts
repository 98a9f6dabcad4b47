import { Input } from 'antd';
import { Children, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';
import { CustomFormFields } from '@/shared/customfields/CustomFormFields';
import { RecordItem } from '@/shared/forms';
import { Laid } from './Laid';

/** A field of a form: what shows it, and what belongs beside it. */
export type Item = { key: string; node: ReactElement; beside: ReactNode[]; wide: boolean };
type Props = { name?: unknown; wide?: boolean; children?: ReactNode };

const always = ['name', 'tags', 'aliases'];

/** The fields within the children of a form, in their order, out of whatever groups them. */
export function gather(children: ReactNode, found: Item[] = []): Item[] {
  Children.forEach(children, child => {
    if (!isValidElement<Props>(child)) return;
    const { type, props } = child;
    if (type === RecordItem && typeof props.name === 'string') {
      const input = isValidElement(props.children) ? props.children.type : null;
      const wide = input === Input.TextArea || always.includes(props.name);
      found.push({ key: props.name, node: child, beside: [], wide });
    } else if (type === Laid && typeof props.name === 'string' && props.name !== 'custom') {
      found.push({ key: props.name, node: child, beside: [], wide: props.wide !== false });
    } else if (type === CustomFormFields || (type === Laid && props.name === 'custom')) {
      // Each of them is a field of its own.
    } else if (type === Fragment || isGroup(props)) {
      gather(props.children, found);
    } else {
      found.at(-1)?.beside.push(child);
    }
  });
  return found;
}

/** What only groups fields has elements for children; what draws something itself has none. */
const isGroup = ({ children }: Props) => Children.toArray(children).some(one => isValidElement(one));
