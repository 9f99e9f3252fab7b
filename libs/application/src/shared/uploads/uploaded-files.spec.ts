import { UnavailableError } from '@fleet/application/shared/application-error';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { CountedIds, FilesInMemory, TurnedSeals } from '@fleet/tests/builders/files-in-memory';
import { aJpeg, aPng } from '@fleet/tests/builders/images';
import { UnreadableFileError } from './file-seals';
import { UploadedFiles } from './uploaded-files';

const SIGNATURE = { field: 'signature', content: aPng() };
const PHOTO = { field: 'photos', content: aJpeg() };

let store: FilesInMemory;
let uploads: UploadedFiles;
beforeEach(() => {
  store = new FilesInMemory();
  uploads = new UploadedFiles(store, new TurnedSeals(), new CountedIds());
});

describe('files that are kept', () => {
  it('are told in their order: what they are, how large, and how to open them', async () => {
    const [signature, photo] = [SIGNATURE.content.length, PHOTO.content.length];
    expect(await uploads.keep([SIGNATURE, PHOTO])).toEqual([
      {
        id: 'file-1',
        mediaType: 'image/png',
        size: signature,
        sha256: `sha256 of ${signature}`,
        key: 'key of file-1',
      },
      { id: 'file-2', mediaType: 'image/jpeg', size: photo, sha256: `sha256 of ${photo}`, key: 'key of file-2' },
    ]);
  });

  it('are stored sealed, and read as they were sent', async () => {
    const [file] = await uploads.keep([SIGNATURE]);
    expect(store.files.get(file!.id)).not.toEqual(SIGNATURE.content);
    expect(await uploads.read(file!)).toEqual(SIGNATURE.content);
  });

  it('may be none', async () => expect(await uploads.keep([])).toEqual([]));
});

describe('files that are not kept', () => {
  it('are those among which one is no image: all such are named, and nothing is stored', async () => {
    const text = (field: string) => ({ field, content: Uint8Array.of(60, 115, 118, 103) });
    const keep = uploads.keep([SIGNATURE, text('signature'), PHOTO, text('photos')]);
    const message = 'must be a PNG, JPEG or WebP image';
    await expect(keep).rejects.toThrow(
      new InvalidFieldsError([
        { field: 'signature', message },
        { field: 'photos', message },
      ]),
    );
    expect(store.files.size).toBe(0);
  });

  it('leave nothing behind when one of them cannot be stored', async () => {
    store.before = (what, id) => {
      if (what === 'put' && id === 'file-3') throw new UnavailableError('The disk is full.');
    };
    await expect(uploads.keep([SIGNATURE, PHOTO, PHOTO])).rejects.toThrow(UnavailableError);
    expect(store.files.size).toBe(0);
  });

  it('are those that are discarded, as far as that is possible', async () => {
    const ids = (await uploads.keep([SIGNATURE, PHOTO, PHOTO])).map(({ id }) => id);
    store.before = (_, id) => {
      if (id === 'file-1') throw new UnavailableError('The disk is away.');
    };
    await uploads.discard(ids.slice(0, 2));
    expect([...store.files.keys()]).toEqual(['file-1', 'file-3']);
  });
});

describe('a file that is read', () => {
  it('is null when the store has lost it', async () => {
    expect(await uploads.read({ id: 'file-9', key: 'key of file-9' })).toBeNull();
  });

  it('needs its own key', async () => {
    const [file] = await uploads.keep([SIGNATURE]);
    await expect(uploads.read({ ...file!, key: 'key of file-2' })).rejects.toThrow(UnreadableFileError);
  });
});
