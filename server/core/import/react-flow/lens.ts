import type { Json, JsonObject } from '../../json/json';
import type { PlaceInFile } from './placing';
import type { Kept } from './kept';

/** An entry as the file has it: its id and its group are not known yet. */
export interface Read<E> {
  readonly entry: E;
  /** What the file says of it in our own words; undefined when it says nothing. */
  readonly ours?: JsonObject | undefined;
  readonly kept: Omit<Kept, 'id'>;
}

export interface WriteArgs extends PlaceInFile {
  /** Its id in the file; undefined when it came without and needs none. */
  readonly id: Json | undefined;
}
