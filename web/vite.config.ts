import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.ZHANGGUI_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: '/',
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': server } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The server's content security policy forbids inline scripts, so nothing may be inlined into the page.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            // Date pickers and trees are left out: they load with the first page or form that needs one.
            {
              name: 'antd',
              test: /node_modules[\\/](antd[\\/]es[\\/](?!date-picker|time-picker|calendar|tree)|@ant-design|@rc-component[\\/](?!picker|tree)|rc-[a-z-]+)/,
            },
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/ },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/test-setup.ts'],
    css: false,
    restoreMocks: true,
    testTimeout: 20_000,
    // Pages load lazily: a busy machine may need a second look.
    retry: 2,
  },
});
