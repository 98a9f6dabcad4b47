import { expect, test } from 'vitest';
import { spoken } from './spoken';

test('values of a history are said in words', () => {
  const speak = {
    yes: '是',
    no: '否',
    separator: '、',
    number: String,
    money: () => '¥1',
    instant: () => '刚才',
  };
  expect(spoken(null, speak)).toBe('');
  expect(spoken(true, speak)).toBe('是');
  expect(spoken(7, speak)).toBe('7');
  expect(spoken({ id: '1', name: '张伟' }, speak)).toBe('张伟');
  expect(spoken({ amount: 1, currency: 'CNY' }, speak)).toBe('¥1');
  expect(spoken(['甲', '', '乙'], speak)).toBe('甲、乙');
  expect(spoken('2026-11-23T02:00:00Z', speak)).toBe('刚才');
  expect(spoken('2026-11-23', speak)).toBe('2026-11-23');
});
