import { Handle, Position } from '@xyflow/react';
import type { NodeFace } from '../node-face';
import { portY } from '../node-geometry';

interface StepPortsProps {
  face: NodeFace;
  isConnectable: boolean;
}

/** The handles of a node; named as soon as one side has more than one. */
export function StepPorts({ face, isConnectable }: StepPortsProps) {
  const { inputs, outputs } = face;
  return (
    <>
      {inputs.map((port, index) => (
        <Handle
          key={port.id}
          id={port.id}
          type="target"
          position={Position.Left}
          isConnectable={isConnectable}
          style={{ top: portY(index, inputs.length) }}
          title={port.title}
        />
      ))}
      {outputs.map((port, index) => (
        <Handle
          key={port.id}
          id={port.id}
          type="source"
          position={Position.Right}
          isConnectable={isConnectable}
          style={{ top: portY(index, outputs.length) }}
          title={port.title}
        />
      ))}
      {inputs.length > 1
        ? inputs.map((port, index) => (
            <span
              key={port.id}
              className="port-label left-3 text-left"
              style={{ top: portY(index, inputs.length) }}
            >
              {port.title}
            </span>
          ))
        : null}
      {outputs.length > 1
        ? outputs.map((port, index) => (
            <span
              key={port.id}
              className="port-label right-3 text-right"
              style={{ top: portY(index, outputs.length) }}
            >
              {port.title}
            </span>
          ))
        : null}
    </>
  );
}
