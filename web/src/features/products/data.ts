import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { http, withHidden } from '@/shared/api';
import { listKey } from '@/shared/lists';
import type { Category, Product } from './types';

const productKey = ['product'] as const;
const categoriesKey = ['categories'] as const;

export const useProduct = (id: string) =>
  useQuery({
    queryKey: [...productKey, id],
    queryFn: async ({ signal }) =>
      withHidden(
        await http.get<Product>(`/api/products/${id}`, { signal }),
        ['prices', 'aliases'],
        ['code', 'nameEn', 'category', 'series', 'grade', 'unit', 'description', 'externalId'],
      ),
  });

/** All categories, parents before their children. */
export const useCategories = () =>
  useQuery({
    queryKey: categoriesKey,
    queryFn: ({ signal }) => http.get<Category[]>('/api/categories', { signal }),
  });

/** Call after a product or category was written: whatever shows it asks again. */
export function useProductsChanged() {
  const client = useQueryClient();
  return useCallback(
    () =>
      Promise.all(
        [
          productKey,
          categoriesKey,
          listKey('products'),
          ['history', 'products'],
          ['history', 'categories'],
        ].map(queryKey => client.invalidateQueries({ queryKey })),
      ),
    [client],
  );
}
