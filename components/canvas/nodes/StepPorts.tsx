import { Handle, Position } from '@xyflow/react';
import type { Port } from '@core/nodes/descriptor';
import type { NodeFace } from '../node-face';
import { portY } from '../node-geometry';

interface StepPortsProps {
  face: NodeFace;
  isConnectable: boolean;
}

/** The handles of a node; named as soon as one side has more than one. */
export function StepPorts({ face, isConnectable }: StepPortsProps) {
  return (
    <>
      <Side side="inputs" ports={face.inputs} isConnectable={isConnectable} />
      <Side side="outputs" ports={face.outputs} isConnectable={isConnectable} />
    </>
  );
}

const SIDES = {
  inputs: { type: 'target', position: Position.Left, label: 'port-label left-3 text-left' },
  outputs: { type: 'source', position: Position.Right, label: 'port-label right-3 text-right' },
} as const;

interface SideProps {
  side: keyof typeof SIDES;
  ports: readonly Port[];
  isConnectable: boolean;
}

function Side({ side, ports, isConnectable }: SideProps) {
  const { type, position, label } = SIDES[side];
  return (
    <>
      {ports.map((port, index) => (
        <Handle
          key={port.id}
          id={port.id}
          type={type}
          position={position}
          isConnectable={isConnectable}
          style={{ top: portY(index, ports.length) }}
          title={port.title}
        />
      ))}
      {ports.length > 1
        ? ports.map((port, index) => (
            <span key={port.id} className={label} style={{ top: portY(index, ports.length) }}>
              {port.title}
            </span>
          ))
        : null}
    </>
  );
}
