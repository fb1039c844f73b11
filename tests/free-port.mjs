// Finds a free port of this machine, for the servers of `npm start` and of the browser tests.
import { createServer } from 'node:net';

/** Whether nothing listens there; an address family that the machine does not have counts as free. */
const isFree = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/**
 * The first port from `first` upwards that is free for both addresses of `localhost`: another server on one of them would
 * get some of the visits.
 */
export async function freePort(first) {
  for (let port = first; port < first + 1000; port++) {
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return port;
  }
  throw new Error(`No port from ${first} to ${first + 999} is free.`);
}
