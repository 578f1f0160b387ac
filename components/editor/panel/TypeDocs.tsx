import type { NodeDescriptor } from '@core/nodes/descriptor';
import { RichText } from '@/components/canvas/rich-text/RichText';
import { PanelSection } from './PanelSection';

export function TypeDocs({ descriptor }: { descriptor: NodeDescriptor }) {
  return (
    <PanelSection title={`About ${descriptor.title}`}>
      <div className="text-sm text-fg-muted">
        <RichText text={descriptor.docs} />
      </div>
    </PanelSection>
  );
}
