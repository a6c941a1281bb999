// `mujun serve`: the server, until it is told to stop.
import { startServer } from '#server/start.ts';
import { prepareDemo } from '../demo.ts';
import type { Command } from '../command.ts';
import { readEnvironment } from '../server-command.ts';

export const serveCommand: Command = {
  name: 'serve',
  summary: { zh: '启动服务', en: 'start the server' },
  options: {},
  example: 'MUJUN_PORT=3000 mujun serve',
  run: async (_, io) => {
    const config = readEnvironment();
    const running = await startServer(config, (database) => prepareDemo(config, database, io));
    const zh = io.lang === 'zh';
    io.out(zh ? `亩均已启动：${running.url}` : `Mujun is at ${running.url}`);
    // A library that loses its database in the middle of its own work must not take the server with it.
    process.on('unhandledRejection', running.report);
    const stopped = new Promise<void>((resolve, reject) => {
      const stop = (): void => {
        running.stop().then(resolve, reject);
      };
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    });
    await stopped;
    return 0;
  },
};
