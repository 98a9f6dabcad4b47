import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const src = fileURLToPath(new URL('./src', import.meta.url));
const features = existsSync(`${src}/features`) ? readdirSync(`${src}/features`) : [];

/** Imports point one way, shared → features → app, and a feature never reaches into another one. */
const zones = [
  {
    target: './src/shared',
    from: ['./src/features', './src/app'],
    message: 'shared knows neither features nor app',
  },
  { target: './src/features', from: './src/app', message: 'a feature does not know the app around it' },
  ...features.map(name => ({
    target: `./src/features/${name}`,
    from: './src/features',
    except: [`./${name}`],
    message: 'a feature may not import another feature: move what both need to shared',
  })),
];

const wording = 'Texts come from i18n: add a key to shared/i18n/zh and en.';
const letters = '/[A-Za-z\\u3400-\\u9fff]/';

/** Words a person reads may not stand in the markup. */
const noLiteralText = [
  { selector: `JSXText[value=${letters}]`, message: wording },
  {
    selector: `JSXElement > JSXExpressionContainer > Literal[value=${letters}]`,
    message: wording,
  },
  {
    selector: `JSXAttribute[name.name=/^(title|label|placeholder|alt|description|aria-label|okText|cancelText|tooltip|extra|message)$/] > Literal[value=${letters}]`,
    message: wording,
  },
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/shared/api/schema.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.css'], alias: { '@': [src] } }),
      ],
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'no-restricted-syntax': ['error', ...noLiteralText],
      'no-restricted-imports': [
        'error',
        { name: '@ant-design/icons', message: 'Take icons from shared/ui/icons: there they are silent.' },
      ],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  { files: ['src/shared/ui/icons.tsx'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['src/**/*.test.{ts,tsx}'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['*.{js,ts}', 'scripts/*.mjs'],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly' } },
  },
);
