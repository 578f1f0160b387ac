import type { ObjectFieldTemplateProps } from '@rjsf/utils';

/** The fields of an object, one under the other. */
export function ObjectFrame({ properties }: ObjectFieldTemplateProps) {
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-4">
      {properties.map((property) => (
        <div key={property.name}>{property.content}</div>
      ))}
    </div>
  );
}
