import { lazy, Suspense, type ComponentProps } from 'react';
import type { CategoriesDrawer as Categories } from './CategoriesDrawer';
import type { ProductForm as Form } from './ProductForm';
import type { ProductView as View } from './ProductView';

const LazyForm = lazy(async () => ({ default: (await import('./ProductForm')).ProductForm }));
const LazyView = lazy(async () => ({ default: (await import('./ProductView')).ProductView }));
const LazyCategories = lazy(async () => ({ default: (await import('./CategoriesDrawer')).CategoriesDrawer }));

/** Makes a product, or changes one. */
export function ProductForm(props: ComponentProps<typeof Form>) {
  return (
    <Suspense fallback={null}>
      <LazyForm {...props} />
    </Suspense>
  );
}

export function ProductView(props: ComponentProps<typeof View>) {
  return (
    <Suspense fallback={null}>
      <LazyView {...props} />
    </Suspense>
  );
}

export function CategoriesDrawer(props: ComponentProps<typeof Categories>) {
  return props.open ? (
    <Suspense fallback={null}>
      <LazyCategories {...props} />
    </Suspense>
  ) : null;
}
