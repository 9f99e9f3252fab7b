import { Global, Module } from '@nestjs/common';
import { FileStore } from '@fleet/application/shared/file-store';
import { FileSeals } from '@fleet/application/shared/uploads/file-seals';
import { KnownFiles } from '@fleet/application/shared/uploads/known-files';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { Outbound } from '@fleet/infrastructure/shared/resilience/outbound';
import { AesFileSeals } from './aes-file-seals';
import { FolderFileStore } from './folder-file-store';
import { SqlKnownFiles } from './sql-known-files';

/** What people upload. For all features, and for the sweep. */
@Global()
@Module({
  providers: [
    {
      provide: FileStore,
      inject: [Configuration, Outbound],
      useFactory: ({ environment }: Configuration, outbound: Outbound) =>
        new FolderFileStore(environment.FILES_DIR, outbound.policy('files')),
    },
    { provide: FileSeals, useClass: AesFileSeals },
    { provide: KnownFiles, useClass: SqlKnownFiles },
  ],
  exports: [FileStore, FileSeals, KnownFiles],
})
export class FilesModule {}
