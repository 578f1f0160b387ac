/** The person signed in. */
export interface Viewer {
  id: string;
  name: string;
  email: string;
}
