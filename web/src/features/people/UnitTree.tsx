import './texts';
import { RightOutlined } from '@/shared/ui/icons';
import { useEffect, useRef, type ComponentProps, type ComponentType, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import type { Node } from './tree';
import styles from './organisation.module.css';

export type ItemProps = ComponentProps<'li'> & { node: Node };

type Props = {
  rows: Node[];
  open: ReadonlySet<string>;
  /** While something is searched: what was found. */
  found: ReadonlySet<string> | null;
  selected: string | null;
  onToggle: (id: string) => void;
  onSelect: (id: string) => void;
  /** What a unit is drawn in, where more can be done with it than look. */
  Item?: ComponentType<ItemProps>;
};

const PlainItem = ({ node: _, ...props }: ItemProps) => <li {...props} />;

/** Units one below the other, indented by level: arrows walk and open, Enter chooses. */
export function UnitTree({ rows, open, found, selected, onToggle, onSelect, Item = PlainItem }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const tree = useRef<HTMLUListElement>(null);
  const reachable = rows.some(({ unit }) => unit.id === selected) ? selected : rows[0]?.unit.id;

  useEffect(() => {
    tree.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [selected]);

  const focus = (id: string | undefined) =>
    id && tree.current?.querySelector<HTMLElement>(`[data-unit="${id}"]`)?.focus();
  const onKey = (event: KeyboardEvent, node: Node) => {
    const at = rows.indexOf(node);
    const { id, parentId } = node.unit;
    const closable = !found && open.has(id);
    if (event.key === 'ArrowDown') focus(rows[at + 1]?.unit.id);
    else if (event.key === 'ArrowUp') focus(rows[at - 1]?.unit.id);
    else if (event.key === 'Home') focus(rows[0]?.unit.id);
    else if (event.key === 'End') focus(rows.at(-1)?.unit.id);
    else if (event.key === 'ArrowRight') {
      if (node.children.length > 0 && !found && !open.has(id)) onToggle(id);
      else focus(node.children[0]?.unit.id);
    } else if (event.key === 'ArrowLeft') {
      if (node.children.length > 0 && closable) onToggle(id);
      else focus(parentId ?? undefined);
    } else if (event.key === 'Enter' || event.key === ' ') onSelect(id);
    else return;
    event.preventDefault();
  };

  return (
    <ul ref={tree} role="tree" aria-label={t('people.organisation.units')} className={styles.tree}>
      {rows.map(node => {
        const { unit, depth, children, people } = node;
        const opened = found !== null || open.has(unit.id);
        const head = unit.head && (unit.head.person?.name ?? t('people.organisation.headVacant'));
        return (
          <Item
            key={unit.id}
            node={node}
            role="treeitem"
            data-unit={unit.id}
            data-dim={found !== null && !found.has(unit.id)}
            aria-level={depth + 1}
            aria-selected={unit.id === selected}
            aria-expanded={children.length > 0 ? opened : undefined}
            aria-label={t('people.organisation.peopleLabel', {
              name: format.localName(unit),
              count: people,
              number: people,
            })}
            tabIndex={unit.id === reachable ? 0 : -1}
            style={{ paddingLeft: 8 + depth * 18 }}
            onClick={() => onSelect(unit.id)}
            onKeyDown={event => onKey(event, node)}
          >
            <span
              className={styles.caret}
              data-open={opened}
              data-leaf={children.length === 0}
              onClick={event => {
                if (children.length === 0 || found) return;
                event.stopPropagation();
                onToggle(unit.id);
              }}
            >
              {children.length > 0 && <RightOutlined />}
            </span>
            <span className={styles.unitName}>{format.localName(unit)}</span>
            <span className={styles.unitHead} data-vacant={unit.head !== null && !unit.head.person}>
              {head}
            </span>
            <span className={`${styles.unitCount} numbers`}>{format.exactNumber(people)}</span>
          </Item>
        );
      })}
    </ul>
  );
}
