import type { ImportReport } from '@core/import/report';
import { count } from '@/components/shell/count';
import { ReportCounts } from './ReportCounts';
import { ReportSection } from './ReportSection';

/** What came in, and what deserves a look. Nothing in it stands in the way. */
export function ImportReportView({ report }: { report: ImportReport }) {
  const unknown = Object.entries(report.unknownTypes);
  const unknownNodes = unknown.reduce((sum, [, nodes]) => sum + nodes, 0);
  return (
    <div className="flex flex-col gap-3">
      <ReportCounts counts={report.counts} />
      <ReportSection
        tone="danger"
        title={`${count(report.secrets.length, 'possible secret')} in the file`}
        note="Versions are kept for good, so replace them by references before others see this workflow."
        lines={report.secrets.map((secret) => ({
          key: `${secret.nodeId ?? ''}${secret.path}`,
          main: `${secret.nodeName ?? 'File'}: ${secret.reason}`,
          aside: secret.hint,
        }))}
      />
      <ReportSection
        tone="warn"
        title={`${count(unknownNodes, 'node')} of ${count(unknown.length, 'unknown type')}`}
        note="Kept value for value and drawn as unknown; Stemma does not execute them."
        lines={unknown.map(([type, nodes]) => ({
          key: type,
          main: type,
          aside: `× ${String(nodes)}`,
        }))}
      />
      <ReportSection
        tone="warn"
        title={`${count(report.loops.length, 'connection')} closing a loop`}
        note="Marked as feedback and drawn as such. A workflow with loops cannot be run."
        lines={report.loops.map((loop) => ({
          key: loop.edgeId,
          main: `${loop.sourceName} → ${loop.targetName}`,
        }))}
      />
      <ReportSection
        tone="info"
        title={`${count(report.dangling.length, 'connection')} to nodes that do not exist`}
        note="Kept aside, not drawn, and part of an export again."
        lines={report.dangling.map(keptLine)}
      />
      <ReportSection
        tone="info"
        title={`${count(report.keptAside.length, 'connection')} that cannot be drawn`}
        note="Doubled, leading to themselves, or malformed. Kept aside, and part of an export again."
        lines={report.keptAside.map(keptLine)}
      />
      <ReportSection
        tone="info"
        title={`${count(report.duplicateNames.length, 'name')} used more than once`}
        note="Nodes are told apart by id, so nothing breaks. Renaming makes the history easier to read."
        lines={report.duplicateNames.map(({ name, count: uses }) => ({
          key: name,
          main: name,
          aside: `× ${String(uses)}`,
        }))}
      />
      <ReportSection
        tone="info"
        title={`${count(report.missingIds.length, 'node')} without an id`}
        note="Each was given one."
        lines={report.missingIds.map((name, index) => ({
          key: `${name}${String(index)}`,
          main: name,
        }))}
      />
      <ReportSection
        tone="info"
        title={count(report.notices.length, 'notice')}
        lines={report.notices.map((notice) => ({ key: notice, main: notice }))}
      />
    </div>
  );
}

function keptLine(kept: ImportReport['dangling'][number], index: number) {
  return {
    key: String(index),
    main: kept.target === undefined ? kept.source : `${kept.source} → ${kept.target}`,
    aside: kept.reason,
  };
}
