export const outbox = {
  title: 'Follow-ups to be sent',
  waiting: 'Waiting to be sent',
  refused: 'Not accepted',
  keptWithoutFiles:
    'No network: the follow-up is kept on this device and sent once there is one; its files are not, please add them then.',
  kept: 'The server cannot be reached now: kept on this device, and sent once there is a network.',
  notKept: 'This browser keeps nothing: please leave this page open for now.',
  sent: 'Sent {{number}} follow-up(s) written before.',
  edit: 'Edit and send',
  discard: 'Discard',
  discardTitle: 'Discard this follow-up, which was not sent?',
  discardText: '“{{text}}” will be deleted from this device for good.',
  doubtful:
    'Written long ago, it may have arrived after all. Look in the timeline first: if it is missing, edit and send it, otherwise discard it.',
  offline: {
    label: 'Offline',
    banner: 'No network. Follow-ups you write are kept on this device and sent once there is one.',
    title: 'You are offline',
    text: 'The server cannot be reached. You can write follow-ups now, and they are sent once there is a network; everything else has to wait for it.',
    stranger: 'The server cannot be reached. Check the network and try again.',
    about: 'About (opened lately)',
    keep: 'Keep on this device',
  },
  leaving: {
    title: '{{number}} follow-up(s) not sent yet',
    text: 'They stay on this device after you sign out and are sent when you next sign in here. If this is not your own device, send them first or discard them.',
    stay: 'Stay signed in',
  },
};
