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

const words = [
  `Literal[value=${letters}]`,
  `TemplateLiteral > TemplateElement[value.raw=${letters}]`,
  `:matches(ConditionalExpression, LogicalExpression) > Literal[value=${letters}]`,
  `:matches(ConditionalExpression, LogicalExpression) > TemplateLiteral > TemplateElement[value.raw=${letters}]`,
  `ConditionalExpression > ConditionalExpression > Literal[value=${letters}]`,
];
const spokenProps =
  'title|label|placeholder|alt|description|tooltip|extra|message|text|content|help|hint|tip|okText|cancelText' +
  '|submitText|subTitle|notFoundContent|emptyText|checkedChildren|unCheckedChildren|what' +
  '|aria-label|aria-description|aria-roledescription|aria-valuetext';
const dialogs =
  'CallExpression[callee.object.name=/^(modal|message|notification)$/][callee.property.name!="destroy"]';

/** Words a person reads may stand neither in the markup nor in what a dialog is given. */
const noLiteralText = [
  `JSXText[value=${letters}]`,
  ...words.map(word => `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > ${word}`),
  `JSXAttribute[name.name=/^(${spokenProps})$/] > Literal[value=${letters}]`,
  ...words.map(word => `JSXAttribute[name.name=/^(${spokenProps})$/] > JSXExpressionContainer > ${word}`),
  ...words.flatMap(word => [
    `${dialogs} > ObjectExpression > Property[key.name=/^(title|content|okText|cancelText|message|description)$/] > ${word}`,
    `${dialogs} > ${word}`,
  ]),
].map(selector => ({ selector, message: wording }));

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
