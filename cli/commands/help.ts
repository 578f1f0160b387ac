const text = `stemma <command>

  token --email E --role R --project P [--name N]
      Prints a bearer token for the project named P. R is admin, reviewer,
      analyst or viewer. The person, the project and the membership are
      created when missing. The token is shown once and stored nowhere.

  demo
      Creates the demo project with its three people and a workflow,
      or does nothing when it is there.

  help
      Shows this.`;

/** Prints what there is. */
export function help(): Promise<void> {
  console.log(text);
  return Promise.resolve();
}
