import type { Texts } from '../texts';
import type { files as zh } from '../zh/files';

export const files: Texts<typeof zh> = {
  title: 'Files',
  add: 'Add files',
  photo: 'Take a photo',
  choose: 'Choose files',
  hint: 'Drop them here, or paste a screenshot; up to {{size}} each',
  drop: 'Drop to upload',
  none: 'No files yet',
  noneYet: 'No files yet. Drop them here, or paste a screenshot; up to {{size}} each',
  by: '{{name}}, {{at}}',
  download: 'Download “{{name}}”',
  look: 'View “{{name}}”',
  remove: 'Remove “{{name}}”',
  removeTitle: 'Remove the file “{{name}}”?',
  removeText: 'It will be removed from this record for good.',
  removed: '“{{name}}” removed',
  misnamed: 'Not what its name says',
  misnamedHint: 'The content is of another type than the name says: be careful when you open it.',
  uploading: 'Uploading “{{name}}”',
  stop: 'Stop uploading “{{name}}”',
  dismiss: 'Dismiss',
  tooLarge: 'A file may have at most {{size}}',
  failed: '“{{name}}” was not uploaded: {{why}}',
  savedWithout: 'The follow-up is saved, but not all files are uploaded. {{list}}',
};
