import type { ReactNode } from 'react';

/** A part of a form that is no single `RecordItem` and yet is moved as one field by layouts. */
export const Laid = ({ children }: { name: string; wide?: boolean; children: ReactNode }) => children;
