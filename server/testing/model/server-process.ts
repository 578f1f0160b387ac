import { closeDatabase, type Database, openDatabase } from '../../db/database';
import { forgetVersions } from '../../store/head-cache';

/** What a process that serves the store holds: one connection, and versions in memory. */
export class ServerProcess {
  readonly #url: string;
  #db: Database;
  #starts = 0;

  constructor(url: string) {
    this.#url = url;
    this.#db = openDatabase({ url, max: 1 });
  }

  get db(): Database {
    return this.#db;
  }

  /** Counts up when everything that was held is lost. */
  get starts(): number {
    return this.#starts;
  }

  async restart(): Promise<void> {
    await this.stop();
    this.forget();
    this.#db = openDatabase({ url: this.#url, max: 1 });
  }

  /** Versions are read from the stored bytes again. */
  forget(): void {
    this.#starts += 1;
    forgetVersions();
  }

  stop(): Promise<void> {
    return closeDatabase(this.#db);
  }
}
