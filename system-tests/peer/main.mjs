// GET /v1/assets/{id} as somebody would write it with NestJS, ioredis and neo4j-driver: the token is verified,
// the request counted in Redis, the answer taken from Redis for five minutes (CACHE=true) or read from Neo4j.
// Decorators are called as functions, so that it runs as it stands.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import {
  Controller, Get, Header, HttpException, Injectable, Module, NotFoundException, Param, UnauthorizedException, UseGuards,
} from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Redis } from 'ioredis';
import jwt from 'jsonwebtoken';
import neo4j from 'neo4j-driver';

const env = process.env;
const cached = env.CACHE === 'true';
const LIMIT = 1_000_000;
const WINDOW = 60;
const LIFE = 300;

const redis = new Redis({ host: env.REDIS_HOST, port: +env.REDIS_PORT, password: env.REDIS_PASSWORD });
const driver = neo4j.driver(env.NEO4J_URI, neo4j.auth.basic(env.NEO4J_USER, env.NEO4J_PASSWORD), {
  disableLosslessIntegers: true,
});

const QUERY = `
MATCH (a:Asset {id: $id})
RETURN a{.*} AS asset,
  [(a)-[:LOCATED_AT]->(l) | l{.id, .name, .code}][0] AS location,
  [(a)-[:OF_MODEL]->(m) | m{.id, .name,
     manufacturer: [(m)-[:MADE_BY]->(f) | f{.id, .name}][0],
     category: [(m)-[:IN_CATEGORY]->(k) | k{.id, .name}][0]}][0] AS model,
  [(a)-[:CONTAINED_IN]->(o) | o{.id, .tag, .name, .status}][0] AS container,
  [(a)-[:HELD_BY]->(h) | h{.id, .name}][0] AS holder,
  COLLECT { MATCH (a)-[:CONTAINED_IN*0..20]->()-[:LOCATED_AT]->()-[:WITHIN*1..30]->(p) RETURN p{.id, .name} } AS path`;

class Guard {
  async canActivate(context) {
    const http = context.switchToHttp();
    const said = http.getRequest().headers.authorization ?? '';
    try {
      http.getRequest().user = jwt.verify(said.replace(/^Bearer /, ''), env.JWT_SECRET, { algorithms: ['HS256'] });
    } catch {
      throw new UnauthorizedException();
    }
    const window = Math.floor(Date.now() / 1000 / WINDOW);
    const key = `peer:rate:${http.getRequest().user.sub}:${window}`;
    const [[, count]] = await redis.pipeline().incr(key).expire(key, WINDOW + 1).exec();
    if (count > LIMIT) throw new HttpException('Too many requests', 429);
    return true;
  }
}
Injectable()(Guard);

class AssetsController {
  async get(id) {
    const key = `peer:asset:${id}`;
    const kept = cached ? await redis.get(key) : null;
    if (kept) return JSON.parse(kept);
    const { records } = await driver.executeQuery(QUERY, { id }, { database: env.NEO4J_DATABASE, routing: 'READ' });
    if (records.length === 0) throw new NotFoundException();
    const { asset, ...more } = records[0].toObject();
    const answer = { ...asset, ...more };
    if (cached) await redis.set(key, JSON.stringify(answer), 'EX', LIFE);
    return answer;
  }
}
const get = Object.getOwnPropertyDescriptor(AssetsController.prototype, 'get');
Param('id')(AssetsController.prototype, 'get', 0);
Header('Cache-Control', 'private, no-cache')(AssetsController.prototype, 'get', get);
UseGuards(Guard)(AssetsController.prototype, 'get', get);
Get(':id')(AssetsController.prototype, 'get', get);
Controller('v1/assets')(AssetsController);

class PeerModule {}
Module({ controllers: [AssetsController] })(PeerModule);

const adapter = env.ADAPTER === 'express' ? new ExpressAdapter() : new FastifyAdapter();
const app = await NestFactory.create(PeerModule, adapter, { logger: ['error'] });
await app.listen(+env.PORT, '127.0.0.1');
console.log('ready');
process.stdin.on('end', () => process.exit(0)).resume();
