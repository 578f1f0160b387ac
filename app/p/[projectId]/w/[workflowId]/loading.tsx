import { EditorSkeleton } from '@/components/editor/EditorSkeleton';

export default function Loading() {
  return <EditorSkeleton />;
}
