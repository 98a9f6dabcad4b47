export { useUnread } from './data';
export { NoticeList } from './NoticeList';
