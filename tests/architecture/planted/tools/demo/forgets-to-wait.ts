const send = async (): Promise<void> => undefined;

send(); // planted: @typescript-eslint/no-floating-promises
[1].forEach(async () => send()); // planted: @typescript-eslint/no-misused-promises
