import { expect, test } from 'vitest';
import { actionSounds, pageSounds, soundsLike } from './sounds';

test('letters are found from a syllable on, or as initials', () => {
  for (const typed of ['kehu', 'ke', 'hu', 'KeHu', "ke'hu", 'keh', 'kh']) {
    expect(soundsLike('ke hu', typed), typed).toBe(true);
  }
  for (const typed of ['k', 'ehu', 'hk', '客户', 'kehus', 'k1']) {
    expect(soundsLike('ke hu', typed), typed).toBe(false);
  }
});

test('every page and action has a sound', () => {
  for (const sound of [...Object.values(pageSounds), ...Object.values(actionSounds)]) {
    expect(sound).toMatch(/^[a-z]+( [a-z]+)*$/);
  }
});
