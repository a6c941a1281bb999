// A boundary from a GeoJSON file. Its value is undefined until a file was chosen.
import { useState } from 'react';
import type { Boundary } from '#capabilities/registry/contract/geometry.ts';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { Note } from '#web/ui/Note.tsx';
import { useWords } from '#web/words/words.ts';
import { PLACES } from './places-words.ts';
import { readBoundary } from './read-boundary.ts';

type Props = {
  /** Whether several separate areas will do. */
  readonly several: boolean;
  readonly onChange?: (boundary: Boundary | undefined) => void;
};

export function BoundaryField({ several, onChange }: Props) {
  const t = useWords(PLACES);
  const [read, setRead] = useState<{ readonly name: string; readonly good: boolean }>();
  const take = async (file: File): Promise<void> => {
    const boundary = readBoundary(await file.text());
    const good = boundary !== undefined && (several || boundary.type === 'Polygon');
    setRead({ name: file.name, good });
    onChange?.(good ? boundary : undefined);
  };
  return (
    <>
      <FileDrop accept=".geojson,.json" hint={t.boundaryHint} onFile={(file) => void take(file)} />
      {read !== undefined && (
        <Note tone={read.good ? 'good' : 'bad'}>
          {read.good ? t.boundaryTaken(read.name) : t.boundaryWrong}
        </Note>
      )}
    </>
  );
}
