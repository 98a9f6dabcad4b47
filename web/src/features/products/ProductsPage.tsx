import './texts';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/api';
import { ListPage } from '@/shared/lists';
import { CategoriesDrawer, ProductForm, ProductView } from './Drawers';

export default function ProductsPage() {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const [categories, setCategories] = useState(false);
  return (
    <>
      <ListPage
        list="products"
        createWith="edit"
        create={form => <ProductForm {...form} onCreated={({ id }) => void navigate(`/products/${id}`)} />}
        drawer={({ id }) => <ProductView id={id} narrow />}
        actions={
          can('products:edit') && (
            <Button onClick={() => setCategories(true)}>{t('products.category.manage')}</Button>
          )
        }
      />
      <CategoriesDrawer open={categories} onClose={() => setCategories(false)} />
    </>
  );
}
