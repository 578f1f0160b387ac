import type { Json } from '@core/json/json';

const MAX_BYTES = 20_000_000;

export type ReadFile = { ok: true; value: Json } | { ok: false; message: string };

/** Content of a chosen file, or in words why it cannot be a workflow. */
export async function readJsonFile(file: File): Promise<ReadFile> {
  if (file.size === 0) return { ok: false, message: `${file.name} is empty.` };
  if (file.size > MAX_BYTES) {
    return {
      ok: false,
      message: `${file.name} is ${megabytes(file.size)} MB. Files up to 20 MB can be imported.`,
    };
  }
  let text: string;
  try {
    text = await file.text();
  } catch {
    return {
      ok: false,
      message: `${file.name} could not be read. It may be a folder, or have been moved.`,
    };
  }
  try {
    return { ok: true, value: JSON.parse(text) as Json };
  } catch {
    return {
      ok: false,
      message: `${file.name} is not JSON. Export the workflow as JSON and choose that file.`,
    };
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
