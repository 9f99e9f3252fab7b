import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaptureProof } from '@fleet/application/deliveries/capture-proof';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { ShowProofFile } from '@fleet/application/deliveries/show-proof-file';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { KeyedRequest } from '@fleet/application/shared/idempotency/idempotency-keys';
import { Upload } from '@fleet/application/shared/uploads/uploaded-files';
import { MAX_PHOTOS } from '@fleet/domain/deliveries/proof';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { OwnOrAll } from '@fleet/api/http/access/access';
import { LimitedTo } from '@fleet/api/http/access/caller';
import { IfMatch } from '@fleet/api/http/entity-tag';
import { sendFile } from '@fleet/api/http/files/send-file';
import { TakesForm } from '@fleet/api/http/forms/takes-form';
import { Uploads } from '@fleet/api/http/forms/uploads';
import { TakesIdempotencyKey } from '@fleet/api/http/idempotency/idempotent';
import { Keyed } from '@fleet/api/http/idempotency/keyed';
import { Versioned } from '@fleet/api/http/resource-answers';
import { ResourceId } from '@fleet/api/http/resource-id';
import * as docs from './delivery-progress.docs';
import { CaptureProofRequest } from './delivery-progress.dto';

const FORM = {
  text: ['receivedBy', 'notes', 'code', 'scannedValue'],
  files: { signature: 1, photos: MAX_PHOTOS },
};

@ApiTags('Deliveries')
@Controller('deliveries/:id/proof')
export class DeliveryProofController {
  constructor(
    private readonly captureProof: CaptureProof,
    private readonly showProofFile: ShowProofFile,
  ) {}

  @Post()
  @docs.captureProof
  @OwnOrAll('deliveries:move')
  @TakesForm(FORM, { orJson: true })
  @TakesIdempotencyKey()
  @HttpCode(200)
  @Versioned()
  async capture(
    @ResourceId() id: string,
    @Keyed() keyed: KeyedRequest | undefined,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() request: CaptureProofRequest,
    @Uploads() uploads: readonly Upload[],
    @LimitedTo() limitedTo: DriverId | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeliveryView> {
    const command = { id, expectedVersion, limitedTo, ...request, uploads };
    const { delivery, replayed } = await this.captureProof.execute(command, keyed);
    if (replayed) void reply.header('Idempotency-Replayed', 'true');
    return delivery;
  }

  @Get('files/:fileId')
  @docs.proofFile
  @OwnOrAll('deliveries:read')
  async file(
    @ResourceId() id: string,
    @ResourceId('fileId') fileId: string,
    @LimitedTo() limitedTo: DriverId | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    const { kind, mediaType, ...file } = await this.showProofFile.execute(id, fileId, limitedTo);
    const name = `${kind}-${fileId}.${mediaType.replace('image/', '')}`;
    return sendFile({ ...file, mediaType, name }, request, reply);
  }
}
