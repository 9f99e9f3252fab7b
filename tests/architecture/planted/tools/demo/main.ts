import './careless';
import './forgets-to-wait';

// Nothing here is reported: a tool reads the environment, and speaks.
console.log(process.env.DEMO);
