console.log('Logs go through pino.'); // planted: no-console
