/** Guards making, cloning and dropping of test databases: CREATE DATABASE wants its template unused. */
export const templateLock = 7_307_002;
