import type { Reporter } from './index.ts'
import { escapeXml } from './xml.ts'

/** Checkstyle's XML, which many servers read. */
export const checkstyle: Reporter = ({ files }) =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="4.3">',
    ...files.flatMap(({ path, findings }) => [
      `  <file name="${escapeXml(path)}">`,
      ...findings.map(
        ({ rule, severity, message, start }) =>
          `    <error line="${start.line}" column="${start.column}" severity="${severity}" message="${escapeXml(message)}" source="stroma.${escapeXml(rule)}"/>`,
      ),
      '  </file>',
    ]),
    '</checkstyle>',
    '',
  ].join('\n')
