import { Image } from 'antd';
import { useState } from 'react';

type Props = { pictures: { src: string; alt: string }[]; first: number; onClose: () => void };

/** Pictures over everything else, to enlarge, turn and leaf through. */
export default function Pictures({ pictures, first, onClose }: Props) {
  const [current, setCurrent] = useState(first);
  return (
    <Image.PreviewGroup
      items={pictures}
      preview={{
        open: true,
        current,
        onChange: setCurrent,
        onOpenChange: open => {
          if (!open) onClose();
        },
      }}
    />
  );
}
