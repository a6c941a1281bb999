// A picture given as evidence, beside the appeal it belongs to.
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { fetchFile } from '#web/client/open-file.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { useWords } from '#web/words/words.ts';
import { APPEALS } from './appeal-words.ts';

type Props = {
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly onClose: () => void;
};

export function PictureDrawer({ path, name, type, onClose }: Props) {
  const picture = useQuery({
    queryKey: ['evidence file', path],
    queryFn: () => fetchFile(path, type),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Drawer open title={name} size={720} onClose={onClose}>
      <Loaded query={picture} rows={6}>
        {(blob) => <Picture blob={blob} name={name} />}
      </Loaded>
    </Drawer>
  );
}

function Picture({ blob, name }: { readonly blob: Blob; readonly name: string }) {
  const t = useWords(APPEALS);
  const [url, setUrl] = useState<string>();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  if (isBroken) return <Note tone="bad">{t.brokenPicture}</Note>;
  if (url === undefined) return null;
  return <img className="mj-evidence-picture" src={url} alt={name} onError={() => setBroken(true)} />;
}
