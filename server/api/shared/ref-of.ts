type TagRef = { tagId: string } | { workflowId: string; tag: string };

/** The part of an input that names a branch, and nothing else. */
export function refOf(input: TagRef): TagRef {
  return 'tagId' in input
    ? { tagId: input.tagId }
    : { workflowId: input.workflowId, tag: input.tag };
}
