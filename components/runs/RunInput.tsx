import { Card, CardBody, CardHeader } from '@/components/ui/Card';
import { CopyButton } from '@/components/ui/CopyButton';

export function RunInput({ input }: { input: unknown }) {
  const given = input !== null && input !== undefined;
  const text = given ? JSON.stringify(input, null, 2) : '';
  return (
    <Card aria-labelledby="input">
      <CardHeader titleId="input" title="Input">
        {given ? <CopyButton text={text} what="input" /> : null}
      </CardHeader>
      <CardBody>
        {given ? (
          <pre
            tabIndex={0}
            className="max-h-72 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs"
          >
            {text}
          </pre>
        ) : (
          <p className="text-sm text-fg-muted">Submitted without input.</p>
        )}
      </CardBody>
    </Card>
  );
}
