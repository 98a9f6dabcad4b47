import type { ReactNode } from 'react';
import {
  EllipsisOutlined,
  EnvironmentOutlined,
  MailOutlined,
  MessageOutlined,
  PhoneOutlined,
  TeamOutlined,
} from '@/shared/ui/icons';
import type { Kind } from './types';

export const kindIcon: Record<Kind, ReactNode> = {
  CALL: <PhoneOutlined />,
  VISIT: <EnvironmentOutlined />,
  MEETING: <TeamOutlined />,
  MESSAGE: <MessageOutlined />,
  EMAIL: <MailOutlined />,
  OTHER: <EllipsisOutlined />,
};
