/** Where the programs under test are built: beside those of `npm start`, never over them. */
export const builds = { next: '.test/next', dist: '.test/dist' } as const;
