import {
  BadRequestException,
  Controller,
  createParamDecorator,
  Get,
  INestApplication,
  Param,
  PipeTransform,
  Query,
} from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { readParametersAtOnce } from './parameters-at-once';

/** What the pipes were handed, in order. */
let handed: string[];

const note = (name: string): PipeTransform => ({
  transform: (value: unknown, { type, data }) => {
    handed.push(`${name} ${type} ${data}`);
    return typeof value === 'string' ? `${value} ${name}` : value;
  },
});
const late = (name: string): PipeTransform => ({
  transform: async (value: unknown) => {
    await Promise.resolve();
    return `${value as string} ${name}`;
  },
});
const refusing: PipeTransform = {
  transform: () => {
    throw new BadRequestException();
  },
};
const Soon = createParamDecorator(() => Promise.resolve('soon'));
const Failing = createParamDecorator(() => Promise.reject(new Error('It cannot be read.')));

@Controller()
class Parameters {
  @Get('at-once/:id')
  atOnce(@Param('id', note('own')) id: string, @Query('q', note('own')) q: string): string[] {
    return [id, q];
  }

  @Get('late/:id')
  late(@Param('id', late('late'), note('after')) id: string, @Soon(note('own')) soon: string): string[] {
    return [id, soon];
  }

  @Get('refused')
  refused(@Failing() failing: string, @Query('q', refusing) q: string): string[] {
    return [failing, q];
  }

  @Get('none')
  none(): string[] {
    return [];
  }
}

let app: INestApplication;
let http: FastifyInstance;
beforeAll(async () => {
  readParametersAtOnce();
  const module = await Test.createTestingModule({ controllers: [Parameters] }).compile();
  app = module.createNestApplication(new FastifyAdapter());
  app.useGlobalPipes(note('all'));
  await app.init();
  http = app.getHttpAdapter().getInstance() as FastifyInstance;
});
beforeEach(() => (handed = []));
afterAll(() => app.close());

const get = async (url: string) => (await http.inject(url)).json<unknown>();

it('sends each parameter through the pipes of all and then through its own', async () => {
  expect(await get('/at-once/1?q=2')).toEqual(['1 all own', '2 all own']);
  // Nest's own way waits between two pipes, and the other parameter goes through the first one meanwhile.
  expect(handed).toEqual(['all query q', 'own query q', 'all param id', 'own param id']);
});

it('waits for a pipe and for a parameter that take their time', async () => {
  expect(await get('/late/1')).toEqual(['1 all late after', 'soon all own']);
});

it('answers with what was refused, and hears of nothing that fails afterwards', async () => {
  expect((await http.inject('/refused?q=2')).statusCode).toBe(400);
});

it('does without parameters', async () => {
  expect(await get('/none')).toEqual([]);
});
