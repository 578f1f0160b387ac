import { LockKeyhole } from 'lucide-react';
import { EmptyState } from '@/components/ui/EmptyState';
import { PageHeader } from '@/components/ui/PageHeader';

export function AdminsOnly() {
  return (
    <>
      <PageHeader title="Admin" />
      <div className="mt-6 rounded-lg border border-dashed border-line-strong">
        <EmptyState picture={<LockKeyhole />} title="For admins of this project">
          Compaction and storage figures are shown to admins only. Your role reads and works with
          workflows; ask an admin of the project if you need more.
        </EmptyState>
      </div>
    </>
  );
}
