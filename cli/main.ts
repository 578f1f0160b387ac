import { demo } from './commands/demo';
import { help } from './commands/help';
import { token } from './commands/token';
import { UsageError } from './usage-error';

const commands: Record<string, (args: string[]) => Promise<void>> = { token, demo, help };

/** `stemma <command> [options]`. Exits with 0 when done, 1 when it failed, 2 when it was misused. */
async function main([name = 'help', ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (!command) throw new UsageError(`There is no command “${name}”.`);
    await command(args);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\nTry: stemma help`);
      return 2;
    }
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

process.exitCode = await main(
  process.argv.slice(2).map((arg) => (arg === '--help' ? 'help' : arg)),
);
