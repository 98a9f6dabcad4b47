import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const version = (java) => spawnSync(java, ['-version'], { encoding: 'utf8' }).stderr;
const folders = ['/usr/lib/jvm', '/opt/java'].filter((folder) => existsSync(folder));
const homes = [process.env.JAVA_HOME, ...folders.flatMap((folder) => readdirSync(folder).map((home) => join(folder, home)))];

/** The first JDK of this machine that the server runs on. */
export const java = homes
  .filter((home) => home && existsSync(join(home, 'bin', 'java')))
  .map((home) => join(home, 'bin', 'java'))
  .find((candidate) => /"(2[5-9]|[3-9]\d)/.test(version(candidate)));
if (!java) throw new Error('no JDK 25 or newer found');

/** How the journeys start the built server. */
export const command = ['-Xmx512m', '--enable-native-access=ALL-UNNAMED', '-jar', '../server/target/app/zhanggui.jar'];
